import asyncio
import re


def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0x…", repr(thing)))


async def main():
    for make in asyncio.Semaphore, asyncio.BoundedSemaphore:
        semaphore = make(2)
        show(semaphore)
        await semaphore.acquire()
        show(semaphore)
        await semaphore.acquire()
        show(semaphore)
        tasks = [asyncio.create_task(semaphore.acquire()) for _ in range(2)]
        await asyncio.sleep(0)
        show(semaphore)
        semaphore.release()
        show(semaphore)
        await asyncio.sleep(0)
        show(semaphore)
        semaphore.release()
        await asyncio.wait(tasks)
        show(semaphore)


asyncio.run(main())
