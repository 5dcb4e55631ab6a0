import asyncio


async def holder(lock):
    async with lock:
        try:
            await asyncio.sleep(10)
        finally:
            print("holder leaves, locked:", lock.locked())


async def heir(lock):
    async with lock:
        print("heir inside")


async def main():
    lock = asyncio.Lock()
    h = asyncio.create_task(holder(lock))
    n = asyncio.create_task(heir(lock))
    await asyncio.sleep(0.02)
    h.cancel()
    await n
    print(h.cancelled(), lock.locked())


asyncio.run(main())
