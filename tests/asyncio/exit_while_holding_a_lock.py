import asyncio


async def holder(lock):
    async with lock:
        raise SystemExit("closing time")


async def main():
    lock = asyncio.Lock()
    try:
        await holder(lock)
    except SystemExit as error:
        print(error.code, lock.locked())
    async with lock:
        print("still open")


asyncio.run(main())
