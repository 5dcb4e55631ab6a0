import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("work cancelled", error.args)
        await asyncio.sleep(0.02)
        print("work cleaned")
        raise


async def waiter():
    try:
        await asyncio.wait_for(work(), 5)
    except asyncio.CancelledError as error:
        print("waiter cancelled", error.args)
        raise


async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0.02)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main:", error.args, task.cancelled())


asyncio.run(main())
