import asyncio


async def spread(group, n):
    print("n", n)
    await asyncio.sleep(0)
    if n:
        group.create_task(spread(group, n - 1))
        group.create_task(spread(group, n - 2) if n > 1 else asyncio.sleep(0))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(spread(group, 3))
    print("all of them ended")


asyncio.run(main())
