import asyncio


async def work(n):
    await asyncio.sleep(0.02 * n)
    print("work", n)
    return n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in (3, 1, 2)]
        print("body ends", [task.done() for task in tasks])
    print([task.result() for task in tasks])


asyncio.run(main())
