import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name)
        raise


async def main():
    tasks = [asyncio.create_task(work(name)) for name in "abcd"]
    await asyncio.sleep(0)
    for n in (2, 0, 3, 1):
        tasks[n].cancel()
    await asyncio.wait(tasks)
    print(all(task.cancelled() for task in tasks))


asyncio.run(main())
