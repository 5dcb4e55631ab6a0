import asyncio


class Shelf(asyncio.LifoQueue):
    pass


async def main():
    for make in asyncio.LifoQueue, asyncio.PriorityQueue, Shelf:
        queue = make(3)
        print(queue)
        for item in 3, 1, 2:
            queue.put_nowait(item)
        print(queue)
        queue.get_nowait()
        print(queue)


asyncio.run(main())
