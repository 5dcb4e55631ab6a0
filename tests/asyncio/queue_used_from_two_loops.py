import asyncio
import re

queue = asyncio.Queue()


async def use():
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("item")
    try:
        print(await getter)
    except RuntimeError as error:
        print(re.sub("0x[0-9a-f]+", "0x…", str(error)))


asyncio.run(use())
asyncio.run(use())
print(asyncio.run(queue.get()))
