import asyncio


async def fail(name):
    await asyncio.sleep(0)
    print(name, "fails")
    raise ValueError(name)


async def main():
    tasks = [asyncio.create_task(fail(name)) for name in "ab"]
    try:
        await asyncio.gather(*tasks)
    except ValueError as error:
        print("caught", error)
    print([task.done() for task in tasks], repr(tasks[1].exception()))


asyncio.run(main())
