import asyncio


async def main():
    barrier = asyncio.Barrier(3)

    async def worker(name):
        index = await barrier.wait()
        print(name, index)
        return index

    print(await asyncio.gather(*(worker(n) for n in "ABC")))


asyncio.run(main())
