import asyncio
import re

semaphore = asyncio.Semaphore(0)


async def use():
    task = asyncio.create_task(semaphore.acquire())
    await asyncio.sleep(0)
    semaphore.release()
    try:
        print(await task)
    except RuntimeError as error:
        print(re.sub("0x[0-9a-f]+", "0x…", str(error)))


asyncio.run(use())
asyncio.run(use())
print(asyncio.run(semaphore.acquire()))
