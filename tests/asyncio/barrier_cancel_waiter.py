import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.wait([tasks[0]])
    print(tasks[0].cancelled(), barrier.n_waiting, barrier.broken)
    tasks += [asyncio.create_task(barrier.wait()) for _ in range(2)]
    print(await asyncio.gather(*tasks[1:]))


asyncio.run(main())
