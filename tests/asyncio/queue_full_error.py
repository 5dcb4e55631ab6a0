import asyncio


async def main():
    for make in asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue:
        queue = make(1)
        queue.put_nowait(1)
        try:
            queue.put_nowait(2)
        except asyncio.QueueFull as error:
            print(make.__name__, repr(error), queue.qsize())
    print(asyncio.QueueFull.__mro__)


asyncio.run(main())
