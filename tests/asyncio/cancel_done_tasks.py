import asyncio


async def fine():
    return 1


async def bad():
    raise ValueError("v")


async def main():
    for coroutine in (fine(), bad()):
        task = asyncio.create_task(coroutine)
        await asyncio.wait([task])
        print(task.cancel(), task.cancelled(), task.cancelling(), task.uncancel())
        task.exception()


asyncio.run(main())
