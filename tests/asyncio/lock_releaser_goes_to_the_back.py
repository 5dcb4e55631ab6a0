import asyncio


async def greedy(name, lock, log):
    for turn in range(3):
        await lock.acquire()
        log.append(f"{name}{turn}")
        lock.release()


async def main():
    lock, log = asyncio.Lock(), []
    async with lock:
        tasks = [asyncio.create_task(greedy(n, lock, log)) for n in "AB"]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    print(log)


asyncio.run(main())
