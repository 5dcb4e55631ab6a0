import asyncio


async def main():
    barrier = asyncio.Barrier(4)
    tasks = []
    for _ in range(3):
        tasks.append(asyncio.create_task(barrier.wait()))
        await asyncio.sleep(0)
        print(barrier.n_waiting, end=" ")
    print(await barrier.wait(), barrier.n_waiting)
    print(await asyncio.gather(*tasks), barrier.n_waiting)


asyncio.run(main())
