import asyncio


async def leaf(name, fails=False):
    await asyncio.sleep(0.02)
    if fails:
        raise ValueError(name)
    print(name)


async def branch(name, fails=False):
    async with asyncio.TaskGroup() as group:
        for n in range(2):
            group.create_task(leaf(f"{name}{n}", fails and n == 1))


async def main():
    async with asyncio.TaskGroup() as group:
        for name in "ab":
            group.create_task(branch(name))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(branch("c"))
            group.create_task(branch("d", True))
    except* ValueError as caught:
        print(repr(caught))


asyncio.run(main())
