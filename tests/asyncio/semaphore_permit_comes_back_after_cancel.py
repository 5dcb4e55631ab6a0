import asyncio


async def main():
    for release_first in True, False:
        semaphore = asyncio.Semaphore(0)
        task = asyncio.create_task(semaphore.acquire())
        await asyncio.sleep(0)
        if release_first:
            semaphore.release()
            task.cancel()
        else:
            task.cancel()
            semaphore.release()
        print(semaphore.locked(), end=" ")
        await asyncio.wait([task])
        print(semaphore.locked(), task.cancelled(), await semaphore.acquire())


asyncio.run(main())
