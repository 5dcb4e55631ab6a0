# A hundred thousand tasks at once: asleep under a time limit, in the line of a lock, on the rail.
import asyncio


async def guest(number, lock, permits):
    async with asyncio.timeout(1000):
        await asyncio.sleep(number % 1000 / 100)
    for turn in range(10):
        await asyncio.sleep(0)
    if number % 10 == 0:
        async with lock:
            await asyncio.sleep(0)
    async with permits:
        await asyncio.sleep(0.01)


async def main():
    lock = asyncio.Lock()
    permits = asyncio.Semaphore(500)
    async with asyncio.TaskGroup() as group:
        for number in range(100_000):
            group.create_task(guest(number, lock, permits))


asyncio.run(main())
