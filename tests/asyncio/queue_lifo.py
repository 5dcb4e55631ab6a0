import asyncio


async def main():
    queue = asyncio.LifoQueue(3)
    for item in "abc":
        await queue.put(item)
    print(queue.full(), queue.get_nowait())
    queue.put_nowait("d")
    print([await queue.get() for _ in range(3)], queue.empty())
    print(isinstance(queue, asyncio.Queue))


asyncio.run(main())
