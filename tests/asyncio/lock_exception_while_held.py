import asyncio


async def faulty(lock):
    async with lock:
        await asyncio.sleep(0)
        raise ValueError("burnt")


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(faulty(lock)) for _ in range(3)]
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        print(repr(result), lock.locked())


asyncio.run(main())
