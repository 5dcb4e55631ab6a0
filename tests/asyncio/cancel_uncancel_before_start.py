import asyncio


async def work():
    print("begun", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    return "done"


async def main():
    task = asyncio.create_task(work())
    task.cancel()
    print(task.uncancel(), task.cancelling())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled all the same", task.cancelling())


asyncio.run(main())
