import asyncio


async def fail():
    await asyncio.sleep(0)
    raise ValueError("child")


async def stubborn():
    for n in range(3):
        try:
            await asyncio.sleep(0.02)
            print("slept", n)
        except asyncio.CancelledError:
            print("swallowed", n)
    return "finished"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(stubborn())
            group.create_task(fail())
    except* ValueError as caught:
        print(caught.exceptions)
    print(task.result())


asyncio.run(main())
