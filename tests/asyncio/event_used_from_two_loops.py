import asyncio
import re

event = asyncio.Event()


async def wait_and_set():
    task = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    try:
        print(await task)
    except RuntimeError as error:
        print(re.sub("0x[0-9a-f]+", "0x…", str(error)))


asyncio.run(wait_and_set())
print(asyncio.run(event.wait()), "set: no loop is looked at")
event.clear()
asyncio.run(wait_and_set())
