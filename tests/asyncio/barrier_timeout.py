import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    try:
        await asyncio.wait_for(barrier.wait(), 0.02)
    except TimeoutError:
        print("nobody came", barrier.n_waiting, barrier.broken)
    print(await asyncio.gather(barrier.wait(), barrier.wait()))
    try:
        async with asyncio.timeout(0.02):
            await barrier.wait()
    except TimeoutError:
        await barrier.abort()
    print(barrier.broken)


asyncio.run(main())
