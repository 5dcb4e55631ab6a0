import asyncio


async def main():
    barrier = asyncio.Barrier(3)

    async def worker(name):
        try:
            await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            print(name, type(error).__name__, error)

    tasks = [asyncio.create_task(worker(n)) for n in "AB"]
    await asyncio.sleep(0)
    print("abort:", await barrier.abort(), barrier.broken, barrier.n_waiting)
    await asyncio.gather(*tasks)
    await worker("late")
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError))


asyncio.run(main())
