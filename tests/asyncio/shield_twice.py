import asyncio


async def work():
    await asyncio.sleep(0.02)
    return "w"


async def main():
    task = asyncio.create_task(work())
    middle = asyncio.shield(task)
    outer = asyncio.shield(middle)
    await asyncio.sleep(0)
    outer.cancel()
    print(outer.cancelled(), middle.cancelled(), task.cancelled())
    print(await middle, await task)


asyncio.run(main())
