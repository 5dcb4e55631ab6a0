import asyncio


async def main():
    barrier = asyncio.Barrier(3)

    async def worker(name):
        try:
            return name, await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            print(name, error, barrier.broken)

    tasks = [asyncio.create_task(worker(n)) for n in "AB"]
    await asyncio.sleep(0)
    print("reset:", await barrier.reset())
    await asyncio.gather(*tasks)
    print(await asyncio.gather(*(worker(n) for n in "CDE")))


asyncio.run(main())
