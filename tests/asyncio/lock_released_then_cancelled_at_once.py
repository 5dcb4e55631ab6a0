import asyncio


async def worker(name, lock):
    try:
        async with lock:
            print(name, "inside")
    except asyncio.CancelledError:
        print(name, "cancelled, lock taken:", lock.locked())
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(worker("first", lock))
    second = asyncio.create_task(worker("second", lock))
    await asyncio.sleep(0)
    lock.release()
    first.cancel()
    print(await asyncio.gather(first, second, return_exceptions=True))
    print(lock.locked())


asyncio.run(main())
