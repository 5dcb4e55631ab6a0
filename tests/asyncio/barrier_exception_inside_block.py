import asyncio


async def main():
    barrier = asyncio.Barrier(2)

    async def worker(name):
        async with barrier:
            if name == "A":
                raise ValueError(name)
            return name

    print(await asyncio.gather(worker("A"), worker("B"), return_exceptions=True))
    print(barrier.broken, barrier.n_waiting)


asyncio.run(main())
