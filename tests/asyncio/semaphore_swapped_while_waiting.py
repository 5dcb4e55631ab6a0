import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    order = []

    async def worker(name, again):
        async with semaphore:
            order.append(name)
            if again:
                asyncio.create_task(worker(name + "'", False))
                await asyncio.sleep(0)

    await asyncio.gather(*(worker(n, True) for n in "abc"))
    await asyncio.sleep(0.02)
    print(order, semaphore.locked())


asyncio.run(main())
