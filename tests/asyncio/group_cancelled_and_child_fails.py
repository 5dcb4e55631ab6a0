import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("in cleanup")


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(grouped())
    await asyncio.sleep(0.02)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    except ExceptionGroup as caught:
        print(repr(caught), task.cancelling())


asyncio.run(main())
