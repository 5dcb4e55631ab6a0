import asyncio
import re

lock = asyncio.Lock()


async def contend():
    await lock.acquire()
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    try:
        print(await waiter)
    except RuntimeError as error:
        print(re.sub("0x[0-9a-f]+", "0x…", str(error)))
        return
    lock.release()


async def alone():
    async with lock:
        print("alone: no loop is looked at")


asyncio.run(contend())
asyncio.run(alone())
asyncio.run(contend())
