import asyncio

inside = most = 0


async def worker(semaphore):
    global inside, most
    async with semaphore:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.02)
        inside -= 1


async def main():
    for limit in 1, 3:
        global most
        most = 0
        semaphore = asyncio.Semaphore(limit)
        await asyncio.gather(*(worker(semaphore) for _ in range(7)))
        print(limit, most, inside, semaphore.locked())


asyncio.run(main())
