import asyncio


async def cook(n):
    await asyncio.sleep(0.01 * (5 - n))
    return n * 10


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = {n: group.create_task(cook(n)) for n in range(5)}
    print({n: task.result() for n, task in tasks.items()})
    print(asyncio.current_task().cancelling(), len(asyncio.all_tasks()))


asyncio.run(main())
