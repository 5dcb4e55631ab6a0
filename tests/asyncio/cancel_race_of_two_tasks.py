import asyncio


async def runner(name, others):
    try:
        await asyncio.sleep(0)
        print(name, "wins")
        for other in others:
            if other is not asyncio.current_task():
                other.cancel()
    except asyncio.CancelledError:
        print(name, "loses")


async def main():
    tasks = []
    for name in "abc":
        tasks.append(asyncio.create_task(runner(name, tasks)))
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks])


asyncio.run(main())
