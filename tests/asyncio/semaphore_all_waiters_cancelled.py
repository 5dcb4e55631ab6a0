import asyncio


async def main():
    semaphore = asyncio.Semaphore(2)
    await semaphore.acquire()
    await semaphore.acquire()
    waiters = [asyncio.create_task(semaphore.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    for w in waiters:
        w.cancel()
    semaphore.release()
    print(semaphore.locked(), await semaphore.acquire(), semaphore.locked())
    await asyncio.wait(waiters)
    semaphore.release()
    semaphore.release()
    print(semaphore.locked())


asyncio.run(main())
