"""Groups of tasks, in groups."""
import asyncio


async def leaf(n):
    await asyncio.sleep(0)
    return n


async def branch(n):
    async with asyncio.TaskGroup() as group:
        leaves = [group.create_task(leaf(i)) for i in range(n)]
    return sum(task.result() for task in leaves)


async def main():
    total = 0
    for _ in range(40):
        async with asyncio.TaskGroup() as group:
            branches = [group.create_task(branch(20)) for _ in range(80)]
        total += sum(task.result() for task in branches)
    print(total)


asyncio.run(main())
