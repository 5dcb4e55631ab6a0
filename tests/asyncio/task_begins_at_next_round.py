import asyncio


async def work(name):
    print(name, "begins")
    return name


async def main():
    task = asyncio.create_task(work("a"))
    print("created, not begun", task.done())
    await asyncio.sleep(0)
    print("after one round", task.done(), task.result())
    print(await task, await task)


asyncio.run(main())
