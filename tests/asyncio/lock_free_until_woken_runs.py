import asyncio


async def waiter(lock):
    await lock.acquire()
    print("waiter has it", lock.locked())
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waiter(lock))
    await asyncio.sleep(0)
    lock.release()
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print("second release:", error)
    await task
    print(lock.locked())


asyncio.run(main())
