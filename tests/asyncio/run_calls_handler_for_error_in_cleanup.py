import asyncio


async def helper():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("cleanup failed")


def handler(loop, context):
    print(context["message"])
    print(repr(context["exception"]), context["task"].get_name(), sorted(context))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(helper(), name="helper")
    await asyncio.sleep(0)
    return task


task = asyncio.run(main())
print(repr(task.exception()))
