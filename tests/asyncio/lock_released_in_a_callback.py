import asyncio


async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    await lock.acquire()
    loop.call_soon(print, "before")
    loop.call_soon(lock.release)
    loop.call_soon(print, "after")
    print("waiting")
    await lock.acquire()
    print("got it")


asyncio.run(main())
