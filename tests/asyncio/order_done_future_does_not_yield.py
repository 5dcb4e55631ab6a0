import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("ready")
    loop.call_soon(print, "callback")
    print(await future)
    print("still before the callback")
    task = asyncio.create_task(asyncio.sleep(0, "task"))
    print(await task)
    print(await task)


asyncio.run(main())
