import asyncio
import re


async def main():
    semaphore = asyncio.Semaphore(0)
    print(semaphore.locked())
    for _ in range(3):
        semaphore.release()
    print(re.search(r"\[.*\]", repr(semaphore)).group())
    for _ in range(3):
        await semaphore.acquire()
    print(semaphore.locked())


asyncio.run(main())
