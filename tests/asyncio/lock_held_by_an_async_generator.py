import asyncio


async def rows(lock):
    async with lock:
        for n in range(3):
            yield n


async def main():
    lock = asyncio.Lock()
    g = rows(lock)
    async for n in g:
        break
    print("left early, still locked:", lock.locked())
    await g.aclose()
    print("closed:", lock.locked())
    print([n async for n in rows(lock)], lock.locked())


asyncio.run(main())
