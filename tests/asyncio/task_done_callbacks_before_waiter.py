import asyncio


async def work():
    await asyncio.sleep(0)


async def waiter(task, name):
    await task
    print("waiter", name)


async def main():
    task = asyncio.create_task(work())
    task.add_done_callback(lambda t: print("callback 1"))
    first = asyncio.create_task(waiter(task, "a"))
    await asyncio.sleep(0)
    task.add_done_callback(lambda t: print("callback 2"))
    second = asyncio.create_task(waiter(task, "b"))
    await asyncio.gather(first, second)


asyncio.run(main())
