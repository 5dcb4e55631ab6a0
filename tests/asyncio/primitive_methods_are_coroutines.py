import asyncio
import inspect


async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue()
    for made in lock.acquire(), asyncio.Event().wait(), queue.put(1), queue.get(), queue.join():
        print(type(made).__name__, made.__name__, made.__qualname__, asyncio.iscoroutine(made),
              inspect.getcoroutinestate(made))
        made.close()
    print(lock.locked(), queue.qsize())
    print(asyncio.iscoroutinefunction(lock.acquire), asyncio.iscoroutinefunction(lock.release),
          asyncio.iscoroutinefunction(queue.put), asyncio.iscoroutinefunction(asyncio.Queue.get))


asyncio.run(main())
