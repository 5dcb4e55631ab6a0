import asyncio


async def leaf(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)


async def watcher(log, stop):
    n = 0
    while not stop:
        log.append(n)
        n += 1
        await asyncio.sleep(0)


async def main():
    for make in (
        lambda: asyncio.gather(leaf(0)),
        lambda: asyncio.gather(leaf(2), leaf(1)),
        lambda: asyncio.wait([asyncio.create_task(leaf(1))]),
        lambda: asyncio.wait_for(leaf(1), 5),
        lambda: asyncio.wait_for(leaf(1), None),
        lambda: asyncio.shield(leaf(1)),
        lambda: asyncio.create_task(leaf(1)),
        lambda: leaf(1),
    ):
        log, stop = [], []
        task = asyncio.create_task(watcher(log, stop))
        await make()
        stop.append(True)
        print(len(log))
        await task


asyncio.run(main())
