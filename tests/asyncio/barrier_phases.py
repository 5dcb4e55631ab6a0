import asyncio


async def main():
    barrier = asyncio.Barrier(4)

    async def referee():
        for phase in "warm up", "run", "cool down":
            print("---", phase)
            await barrier.wait()

    async def athlete(name, speed):
        for phase in range(3):
            await asyncio.sleep(0.02 * speed)
            print(name, "has done phase", phase)
            await barrier.wait()

    await asyncio.gather(referee(), athlete("Ann", 1), athlete("Bob", 2), athlete("Cy", 3))


asyncio.run(main())
