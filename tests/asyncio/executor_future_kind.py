import asyncio


def add(a, b):
    return a + b


async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, add, 1, 2)
    print(asyncio.isfuture(future), type(future) is asyncio.Future, future.get_loop() is loop)
    print(await future, await future)
    coroutine = asyncio.to_thread(add, 3, b=4)
    print(asyncio.iscoroutine(coroutine), await coroutine)


asyncio.run(main())
