import asyncio
from functools import partial


async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue()
    print(await asyncio.Lock.acquire(lock), asyncio.Lock.locked(lock), asyncio.Lock.release(lock))
    await asyncio.gather(*map(queue.put, "abc"), partial(queue.put, "d")())
    print([await asyncio.Queue.get(queue) for _ in range(4)], asyncio.Queue.qsize(queue))
    acquire, release = lock.acquire, lock.release
    await acquire()
    release()
    print(lock.locked(), acquire == lock.acquire, acquire.__self__ is lock, acquire.__name__)


asyncio.run(main())
