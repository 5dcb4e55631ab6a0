import asyncio


async def worker(name, semaphore):
    async with semaphore:
        print(name, "in")
        await asyncio.sleep(0)
        print(name, "out")


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(worker(n, semaphore) for n in "ABCDE"))


asyncio.run(main())
