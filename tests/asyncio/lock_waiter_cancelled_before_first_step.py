import asyncio


async def worker(lock):
    print("never printed")
    async with lock:
        pass


async def main():
    lock = asyncio.Lock()
    async with lock:
        task = asyncio.create_task(worker(lock))
        task.cancel()
        await asyncio.wait([task])
        print(task.cancelled(), has_waiters(lock))


def has_waiters(lock):
    return "waiters" in repr(lock)


asyncio.run(main())
