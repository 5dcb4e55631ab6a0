import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    log = []

    async def worker(name):
        log.append(name + " arrives")
        await barrier.wait()
        log.append(name + " passes")
        if name == "a":
            again = asyncio.create_task(worker("c"))
            await worker("d")
            await again

    await asyncio.gather(worker("a"), worker("b"))
    print(*log, sep="\n")


asyncio.run(main())
