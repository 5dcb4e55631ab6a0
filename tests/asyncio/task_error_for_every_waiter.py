import asyncio


async def work():
    await asyncio.sleep(0)
    raise ValueError("burnt")


async def waiter(name, task, seen):
    try:
        await task
    except ValueError as error:
        print(name, error)
        seen.append(error)


async def main():
    task = asyncio.create_task(work())
    seen = []
    await asyncio.gather(*(waiter(name, task, seen) for name in "abc"))
    print(all(error is seen[0] for error in seen), task.exception() is seen[0])


asyncio.run(main())
