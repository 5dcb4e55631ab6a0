import asyncio


async def work():
    pass


def factory(loop, coro):
    return asyncio.Task(coro, loop=loop)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    task = asyncio.create_task(work(), name="given")
    print(task.get_name())
    await task


asyncio.run(main())
