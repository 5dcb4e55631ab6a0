import asyncio


async def main():
    semaphore = asyncio.Semaphore(0)
    order = []

    async def worker(i):
        await semaphore.acquire()
        order.append(i)

    tasks = [asyncio.create_task(worker(i)) for i in range(6)]
    await asyncio.sleep(0)
    for n in 1, 3, 0, 2:
        for _ in range(n):
            semaphore.release()
        await asyncio.sleep(0)
        print(n, order)
    print(semaphore.locked(), all(t.done() for t in tasks))


asyncio.run(main())
