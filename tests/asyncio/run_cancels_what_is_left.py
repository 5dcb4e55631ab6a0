import asyncio


async def helper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise
    finally:
        print("cleans up")
        await asyncio.sleep(0)
        print("is clean")


async def main():
    tasks = [asyncio.create_task(helper()) for _ in range(3)]
    await asyncio.sleep(0)
    print("main is done,", len(tasks), "tasks are not")
    return tasks


tasks = asyncio.run(main())
print([task.cancelled() for task in tasks])
