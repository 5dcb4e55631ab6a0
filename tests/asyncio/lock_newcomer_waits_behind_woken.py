import asyncio


async def take(name, lock):
    async with lock:
        print(name, "inside")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    old = asyncio.create_task(take("old", lock))
    await asyncio.sleep(0)
    lock.release()
    print("free between the two:", not lock.locked())
    await take("new", lock)
    await old


asyncio.run(main())
