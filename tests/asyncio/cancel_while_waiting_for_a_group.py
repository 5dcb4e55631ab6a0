import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0.06)
        print("child is clean")


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(stubborn())


async def main():
    task = asyncio.create_task(grouped())
    await asyncio.sleep(0.02)
    for n in range(3):
        print(task.cancel(n), task.cancelling())
        await asyncio.sleep(0)
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelling())


asyncio.run(main())
