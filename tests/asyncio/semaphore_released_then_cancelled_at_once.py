import asyncio
import re


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()

    async def worker(name):
        try:
            await semaphore.acquire()
            print(name, "got it")
        except asyncio.CancelledError:
            print(name, "cancelled", re.search(r"\[.*\]", repr(semaphore)).group())
            raise

    a, b = [asyncio.create_task(worker(n)) for n in "ab"]
    await asyncio.sleep(0)
    semaphore.release()
    a.cancel()
    print(re.search(r"\[.*\]", repr(semaphore)).group())
    await asyncio.wait([a, b])
    print(semaphore.locked(), b.done())


asyncio.run(main())
