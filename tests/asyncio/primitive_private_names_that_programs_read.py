import asyncio


async def main():
    lock, event, semaphore, queue = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(3), asyncio.Queue()
    print(lock._locked, event._value, semaphore._value, list(queue._queue), queue._unfinished_tasks)
    async with lock, semaphore:
        event.set()
        queue.put_nowait("a")
        queue.put_nowait("b")
        print(lock._locked, event._value, semaphore._value, list(queue._queue), queue._unfinished_tasks)
        waiters = [asyncio.create_task(lock.acquire()) for _ in range(2)]
        await asyncio.sleep(0)
        print(len(lock._waiters), len(queue._queue), queue._queue[0], queue._maxsize)
    for w in waiters:
        w.cancel()
    bounded = asyncio.BoundedSemaphore(2)
    print(bounded._bound_value, bounded._value, len(asyncio.Queue()._getters))
    heap = asyncio.PriorityQueue()
    for n in 3, 1, 2:
        heap.put_nowait(n)
    print(heap._queue)


asyncio.run(main())
