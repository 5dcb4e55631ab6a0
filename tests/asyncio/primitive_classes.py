import asyncio

for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore,
            asyncio.Barrier, asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue, asyncio.QueueEmpty,
            asyncio.QueueFull, asyncio.BrokenBarrierError):
    print(cls, cls.__name__, cls.__qualname__, cls.__module__)
print(asyncio.locks.Lock is asyncio.Lock, asyncio.queues.QueueEmpty is asyncio.QueueEmpty)
print(issubclass(asyncio.PriorityQueue, asyncio.Queue), issubclass(asyncio.Queue, asyncio.Lock))
