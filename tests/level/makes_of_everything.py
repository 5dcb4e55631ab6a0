"""New tasks, groups, timeouts, locks, events, queues, errors and texts, for ever."""
import asyncio

async def one(n):
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                for i in range(3):
                    group.create_task(asyncio.sleep(0.001 * i, f"{n}.{i}"))
            lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()
            async with lock:
                event.set()
                await queue.put(str(n) * 3)
                await queue.get()
            if n % 10 == 0:
                raise ValueError(f"number {n}")
    except ValueError as e:
        print("caught", e)

async def main():
    n = 0
    while True:
        await one(n)
        n += 1

asyncio.run(main())
