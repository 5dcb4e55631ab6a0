import asyncio


async def worker(name, semaphore, log):
    for turn in range(3):
        await semaphore.acquire()
        log.append(f"{name}{turn}")
        semaphore.release()


async def main():
    semaphore, log = asyncio.Semaphore(1), []
    async with semaphore:
        tasks = [asyncio.create_task(worker(n, semaphore, log)) for n in "AB"]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    print(log)


asyncio.run(main())
