import asyncio


async def main():
    barrier = asyncio.Barrier(3)

    async def worker(name):
        async with barrier as index:
            print(name, "is number", index)
            if index == 0:
                print("number 0 has the last word")

    await asyncio.gather(*(worker(n) for n in "ABC"))
    print(barrier.n_waiting)


asyncio.run(main())
