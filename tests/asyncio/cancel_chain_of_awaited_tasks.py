import asyncio


async def bottom():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("bottom", error.args)
        raise


async def middle():
    try:
        await asyncio.create_task(bottom())
    except asyncio.CancelledError as error:
        print("middle", error.args)
        raise


async def top():
    try:
        await asyncio.create_task(middle())
    except asyncio.CancelledError as error:
        print("top", error.args)
        raise


async def main():
    task = asyncio.create_task(top())
    await asyncio.sleep(0.02)
    task.cancel("down")
    for _ in range(3):
        await asyncio.sleep(0)
        print("round", task.done())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
