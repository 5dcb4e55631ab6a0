import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()

    async def worker():
        await asyncio.shield(lock.acquire())

    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    lock.release()
    await asyncio.sleep(0.02)
    print(task.cancelled(), "held by nobody:", lock.locked())


asyncio.run(main())
