import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    await barrier.reset()
    await barrier.reset()
    print(barrier.broken, barrier.n_waiting)
    print(await asyncio.gather(barrier.wait(), barrier.wait()))


asyncio.run(main())
