import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(type(future) is asyncio.Future, future.get_loop() is loop, future)
    loop.call_later(0.02, future.set_result, 5)
    print(await future, future)


asyncio.run(main())
