import asyncio


async def work():
    await asyncio.sleep(0.04)
    print("work ends")
    return "dish"


async def waiter(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError as error:
        print("waiter cancelled", error.args, task.done())
        raise


async def main():
    task = asyncio.create_task(work())
    wait = asyncio.create_task(waiter(task))
    await asyncio.sleep(0.02)
    wait.cancel("m")
    await asyncio.wait([wait])
    print(wait.cancelled(), await task)


asyncio.run(main())
