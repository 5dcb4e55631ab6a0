import asyncio


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def work(name):
    task = asyncio.current_task()
    print(name, task.get_name() == name, names())
    await asyncio.sleep(0)
    print(name, asyncio.current_task() is task)


async def main():
    asyncio.current_task().set_name("main")
    tasks = [asyncio.create_task(work(name), name=name) for name in "abc"]
    print(names(), type(asyncio.all_tasks()).__name__)
    await asyncio.wait(tasks)
    print(names())


asyncio.run(main())
