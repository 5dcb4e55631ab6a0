import asyncio


async def inner(name):
    print(name)
    return name


async def main():
    asyncio.get_running_loop().call_soon(print, "callback")
    print("before")
    await inner("a coroutine does not yield")
    await inner("nor the next")
    print("after")
    await asyncio.create_task(inner("a task does"))


asyncio.run(main())
