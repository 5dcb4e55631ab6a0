import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(2)

    async def worker(i):
        async with semaphore:
            await asyncio.sleep(0)
            if i % 2:
                raise ValueError(i)
            return i

    print(await asyncio.gather(*(worker(i) for i in range(5)), return_exceptions=True))
    print(semaphore.locked())
    async with semaphore, semaphore:
        print("both permits are back")


asyncio.run(main())
