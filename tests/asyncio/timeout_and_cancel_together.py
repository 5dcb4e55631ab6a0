import asyncio
import time


async def work():
    try:
        async with asyncio.timeout(0.02) as scope:
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout", asyncio.current_task().cancelling())
    except asyncio.CancelledError as error:
        print("cancelled", error.args, scope.expired(), asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    time.sleep(0.04)
    task.cancel("both")
    await asyncio.wait([task])
    print(task.cancelled())
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.03, task.cancel, "after")
    time.sleep(0.05)
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
