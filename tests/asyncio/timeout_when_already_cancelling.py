import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("swallowed", task.cancelling())
    try:
        async with asyncio.timeout(0.02):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout", task.cancelling())
    except asyncio.CancelledError:
        print("cancelled", task.cancelling())
    print(task.uncancel())


asyncio.run(main())
