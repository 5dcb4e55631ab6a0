import asyncio


async def work():
    try:
        async with asyncio.timeout(1) as scope:
            await asyncio.sleep(10)
    except TimeoutError:
        print("no timeout")
    except asyncio.CancelledError as error:
        print("cancelled", error.args, scope.expired(), asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.02)
    task.cancel("outside")
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
