import asyncio


async def other():
    print("other")


async def main():
    barrier = asyncio.Barrier(1)
    task = asyncio.create_task(other())
    for _ in range(3):
        print(await barrier.wait(), barrier.n_waiting)
    await task


asyncio.run(main())
