import asyncio


async def work():
    await asyncio.sleep(0.06)
    print("work ends")
    return "kept"


async def waiter(task):
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError as error:
        print("waiter cancelled", error.args)
        raise


async def main():
    task = asyncio.create_task(work())
    wait = asyncio.create_task(waiter(task))
    await asyncio.sleep(0.02)
    wait.cancel("no patience")
    await asyncio.wait([wait])
    print(wait.cancelled(), task.done())
    print(await task)


asyncio.run(main())
