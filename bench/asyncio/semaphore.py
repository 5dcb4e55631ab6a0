"""Four permits for two hundred tasks."""
import asyncio


async def work(semaphore, inside, n):
    most = 0
    for _ in range(n):
        async with semaphore:
            inside[0] += 1
            most = max(most, inside[0])
            await asyncio.sleep(0)
            inside[0] -= 1
    return most


async def main():
    semaphore, inside = asyncio.Semaphore(4), [0]
    print(max(await asyncio.gather(*(work(semaphore, inside, 400) for _ in range(200)))))


asyncio.run(main())
