import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(semaphore.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    semaphore.release()
    print("handed over:", semaphore.locked())
    semaphore.release()
    semaphore.release()
    print("one to spare, but two have not run yet:", semaphore.locked())
    await asyncio.gather(*tasks)
    print("now:", semaphore.locked())


asyncio.run(main())
