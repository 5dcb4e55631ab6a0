import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    log = []

    async def worker(name):
        try:
            log.append((name, await barrier.wait()))
        except asyncio.BrokenBarrierError as error:
            log.append((name, str(error)))

    first = asyncio.create_task(worker("first"))
    await asyncio.sleep(0)
    reset = asyncio.create_task(barrier.reset())
    others = [asyncio.create_task(worker(n)) for n in ("second", "third")]
    await asyncio.gather(first, reset, *others)
    print(log)


asyncio.run(main())
