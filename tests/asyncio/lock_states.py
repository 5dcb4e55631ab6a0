import asyncio


async def main():
    lock = asyncio.Lock()
    print(lock.locked())
    print(await lock.acquire(), lock.locked())
    print(lock.release(), lock.locked())
    async with lock as value:
        print(value, lock.locked())
    print(lock.locked())


asyncio.run(main())
