# Forty tasks that sleep, take turns, fight for locks and pass items on: ten million events.
import asyncio


async def worker(number, locks, permits, queue):
    for step in range(6200):
        await asyncio.sleep(0)
        async with locks[number % 4]:
            await asyncio.sleep(0.001 * (number % 7))
        async with permits:
            await asyncio.sleep(0)
        if number % 2:
            await queue.put(step)
        else:
            await queue.get()
            queue.task_done()
        for turn in range(4):
            await asyncio.sleep(0)


async def main():
    locks = [asyncio.Lock() for _ in range(4)]
    permits = asyncio.Semaphore(8)
    queue = asyncio.Queue(10)
    await asyncio.gather(*(worker(n, locks, permits, queue) for n in range(40)))


asyncio.run(main())
