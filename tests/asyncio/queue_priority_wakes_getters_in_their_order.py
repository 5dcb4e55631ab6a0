import asyncio


async def main():
    queue = asyncio.PriorityQueue()

    async def getter(name):
        print(name, await queue.get())

    tasks = [asyncio.create_task(getter(n)) for n in "AB"]
    await asyncio.sleep(0)
    for n in 3, 1, 2:
        queue.put_nowait(n)
    await asyncio.gather(*tasks)
    print(queue.get_nowait())


asyncio.run(main())
