import asyncio


async def leaf(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def watcher(log, stop):
    while not stop:
        log.append(0)
        await asyncio.sleep(0)


async def group(*rounds):
    async with asyncio.TaskGroup() as tasks:
        for n in rounds:
            tasks.create_task(leaf(n))


async def in_time(n):
    async with asyncio.timeout(5):
        await leaf(n)


async def main():
    for make in (lambda: group(), lambda: group(0), lambda: group(0, 2), lambda: in_time(0), lambda: in_time(2)):
        log, stop = [], []
        task = asyncio.create_task(watcher(log, stop))
        await make()
        stop.append(True)
        print(len(log))
        await task


asyncio.run(main())
