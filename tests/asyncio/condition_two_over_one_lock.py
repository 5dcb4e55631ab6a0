import asyncio


async def main():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock)

    async def waiter(name, condition):
        async with condition:
            await condition.wait()
            print(name)

    tasks = [asyncio.create_task(waiter("full", full)), asyncio.create_task(waiter("empty", empty))]
    await asyncio.sleep(0)
    async with lock:
        print(full.locked(), empty.locked())
        empty.notify_all()
    await asyncio.sleep(0.02)
    async with full:
        full.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
