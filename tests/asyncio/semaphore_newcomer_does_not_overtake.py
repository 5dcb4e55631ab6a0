import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    log = []

    async def worker(name):
        async with semaphore:
            log.append(name)

    await semaphore.acquire()
    old = [asyncio.create_task(worker(f"old{i}")) for i in range(2)]
    await asyncio.sleep(0)
    semaphore.release()
    await worker("new")
    await asyncio.gather(*old)
    print(log)


asyncio.run(main())
