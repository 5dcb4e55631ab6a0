import asyncio


async def precious():
    await asyncio.sleep(0.05)
    print("precious is whole")


async def guard():
    task = asyncio.create_task(precious())
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("guard is cancelled, waits")
        await task
        raise


async def main():
    task = asyncio.create_task(guard())
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
