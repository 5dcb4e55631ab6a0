import asyncio


async def work():
    await asyncio.sleep(0)
    return 1


async def main():
    task = asyncio.create_task(work())
    outer = asyncio.shield(task)
    print(type(outer).__name__, outer is task, outer.done())
    print(outer.cancel(), outer.cancelled(), task.cancelled(), task.cancelling())
    print(await task)
    second = asyncio.shield(task)
    print(second is task, await second)


asyncio.run(main())
