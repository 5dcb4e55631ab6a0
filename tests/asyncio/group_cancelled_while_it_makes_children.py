import asyncio


async def work():
    print("the child has its turn")


async def grouped():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work())
        asyncio.current_task().cancel("early")
        tasks.append(task)
    print("not here")


tasks = []


async def main():
    task = asyncio.create_task(grouped())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print([task.cancelled() for task in tasks])


asyncio.run(main())
