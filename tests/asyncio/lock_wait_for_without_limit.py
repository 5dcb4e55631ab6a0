import asyncio


async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue()
    await lock.acquire()
    asyncio.get_running_loop().call_later(0.02, lock.release)
    print(await asyncio.wait_for(lock.acquire(), None), await asyncio.wait_for(queue.put(1), timeout=None))
    async with asyncio.timeout(None) as limit:
        print(await queue.get(), limit.when(), limit.expired())


asyncio.run(main())
