import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(type(error).__name__, error)
    await lock.acquire()
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error.args)
    print(await lock.acquire(), "still usable")


asyncio.run(main())
