import asyncio


async def worker(name, lock):
    try:
        async with lock:
            print(name, "inside")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = {name: asyncio.create_task(worker(name, lock)) for name in "ABC"}
    await asyncio.sleep(0)
    tasks["B"].cancel()
    await asyncio.sleep(0)
    lock.release()
    results = await asyncio.gather(*tasks.values(), return_exceptions=True)
    print([type(r).__name__ for r in results], lock.locked())


asyncio.run(main())
