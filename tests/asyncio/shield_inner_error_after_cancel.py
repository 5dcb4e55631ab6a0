import asyncio


def handler(loop, context):
    print(context["message"], repr(context["exception"]), sorted(context))


async def work():
    await asyncio.sleep(0.02)
    raise ValueError("nobody waits any more")


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(work())
    outer = asyncio.shield(task)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0.05)
    print(outer.cancelled(), repr(task.exception()))


asyncio.run(main())
