import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    log = []

    async def worker(name):
        log.append((name, await barrier.wait()))

    await asyncio.gather(*(worker(n) for n in "ABCDEF"))
    print(log, barrier.n_waiting)


asyncio.run(main())
