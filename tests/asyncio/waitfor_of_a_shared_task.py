import asyncio


async def work():
    await asyncio.sleep(10)


async def impatient(task, name, delay):
    try:
        await asyncio.wait_for(task, delay)
    except TimeoutError:
        print(name, "timeout")
    except asyncio.CancelledError:
        print(name, "cancelled with it", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(work())
    await asyncio.gather(impatient(task, "short", 0.02), impatient(task, "long", 1))
    print(task.cancelled())


asyncio.run(main())
