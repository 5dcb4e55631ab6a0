import asyncio

print(asyncio.Queue[int], asyncio.PriorityQueue[tuple[int, str]])
made = asyncio.Queue[int](3)
print(type(made).__name__, made.maxsize)


async def producer(queue: asyncio.Queue[int]) -> None:
    await queue.put(1)


asyncio.run(producer(made))
print(made.get_nowait())
