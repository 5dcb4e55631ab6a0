import asyncio


async def taker(lock):
    await lock.acquire()
    print("taken")


async def giver(lock):
    lock.release()
    print("given back by somebody else")


async def main():
    lock = asyncio.Lock()
    await asyncio.create_task(taker(lock))
    await asyncio.create_task(giver(lock))
    print(lock.locked())


asyncio.run(main())
