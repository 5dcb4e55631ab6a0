import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    for item in (3, "wash"), (1, "cook"), (2, "serve"), (1, "chop"), (10, "sleep"):
        await queue.put(item)
    while not queue.empty():
        print(await queue.get())
    for n in 5, -1, 3.5, True:
        queue.put_nowait(n)
    print([queue.get_nowait() for _ in range(4)])


asyncio.run(main())
