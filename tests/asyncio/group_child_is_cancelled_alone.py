import asyncio


async def work(n):
    await asyncio.sleep(0.02 * n)
    return n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in (1, 2, 3)]
        await asyncio.sleep(0)
        tasks[1].cancel("only this one")
    print([task.cancelled() for task in tasks], tasks[2].result())


asyncio.run(main())
