import asyncio


async def work():
    for n in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("request", n, error.args, asyncio.current_task().cancelling())
            if n == 2:
                raise


async def main():
    task = asyncio.create_task(work())
    for n in range(3):
        await asyncio.sleep(0)
        print(task.cancel(n))
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
