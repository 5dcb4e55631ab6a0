import asyncio


async def inner():
    await asyncio.sleep(10)


async def outer(task):
    try:
        await task
    except asyncio.CancelledError as error:
        print("outer sees", error.args, asyncio.current_task().cancelling())
        return "recovered"


async def main():
    task = asyncio.create_task(inner())
    wait = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    task.cancel("inner only")
    print(await wait, wait.cancelled(), task.cancelled())


asyncio.run(main())
