import asyncio


async def main():
    for release_first in (True, False):
        lock = asyncio.Lock()
        await lock.acquire()
        waiter = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        if release_first:
            lock.release()
            waiter.cancel()
        else:
            waiter.cancel()
            lock.release()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(release_first, waiter.cancelled(), lock.locked())
        print(await lock.acquire())


asyncio.run(main())
