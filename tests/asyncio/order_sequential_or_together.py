import asyncio
import time


async def work():
    await asyncio.sleep(0.05)


async def main():
    before = time.perf_counter()
    for _ in range(3):
        await work()
    one_by_one = time.perf_counter() - before
    before = time.perf_counter()
    await asyncio.gather(work(), work(), work())
    together = time.perf_counter() - before
    before = time.perf_counter()
    tasks = [asyncio.create_task(work()) for _ in range(3)]
    for task in tasks:
        await task
    as_tasks = time.perf_counter() - before
    print(one_by_one > 0.14, together < 0.1, as_tasks < 0.1)


asyncio.run(main())
