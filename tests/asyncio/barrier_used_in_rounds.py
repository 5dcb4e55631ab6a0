import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    log = []

    async def worker(name):
        for turn in range(3):
            log.append(f"{name}{turn}")
            await barrier.wait()

    await asyncio.gather(*(worker(n) for n in "ABC"))
    print(log)
    print([sorted(x[1] for x in log[i:i + 3]) for i in range(0, 9, 3)])


asyncio.run(main())
