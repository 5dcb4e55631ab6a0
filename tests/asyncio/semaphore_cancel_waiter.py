import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    order = []

    async def worker(name):
        async with semaphore:
            order.append(name)
            await asyncio.sleep(0)

    async with semaphore:
        tasks = [asyncio.create_task(worker(n)) for n in "ABC"]
        await asyncio.sleep(0)
        tasks[0].cancel()
        tasks[2].cancel()
    await asyncio.wait(tasks)
    print(order, [t.cancelled() for t in tasks], semaphore.locked())


asyncio.run(main())
