import asyncio


async def main():
    for make in asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue:
        queue = make()
        try:
            queue.get_nowait()
        except asyncio.QueueEmpty as error:
            print(make.__name__, repr(error), queue.empty())
    print(asyncio.QueueEmpty.__mro__)


asyncio.run(main())
