import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("once", error.args, asyncio.current_task().cancelling())
    await asyncio.sleep(0.02)
    print("not a second time")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.cancel("first"), task.cancel("second"), task.cancelling())
    await task
    print(task.cancelling())


asyncio.run(main())
