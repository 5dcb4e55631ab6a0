import asyncio


def one(task):
    print("one")


def two(task):
    print("two")


async def main():
    task = asyncio.create_task(asyncio.sleep(0))
    for callback in (one, two, one, one):
        task.add_done_callback(callback)
    print(task.remove_done_callback(one), task.remove_done_callback(one), task.remove_done_callback(print))
    await task
    await asyncio.sleep(0)
    print(task.remove_done_callback(two))


asyncio.run(main())
