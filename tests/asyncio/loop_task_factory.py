import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name


def factory(loop, coro, context=None):
    print("made:", coro.__name__)
    task = asyncio.Task(coro, loop=loop)
    task.set_name("from factory")
    return task


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(work("one"))
    print(task.get_name(), await task)
    print(await asyncio.gather(work("two"), work("three")))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work("four"))
    print(task.get_name(), task.result())
    loop.set_task_factory(None)
    print(await asyncio.create_task(work("five"), name="own"))
    try:
        loop.set_task_factory(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
