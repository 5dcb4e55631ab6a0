import asyncio
import re


def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0x…", repr(thing)))


async def main():
    lock = asyncio.Lock()
    show(lock)
    await lock.acquire()
    show(lock)
    waiters = [asyncio.create_task(lock.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    show(lock)
    lock.release()
    show(lock)
    await waiters[0]
    show(lock)
    waiters[1].cancel()
    await asyncio.wait(waiters)
    show(lock)


asyncio.run(main())
