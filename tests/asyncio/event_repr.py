import asyncio
import re


def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0x…", repr(thing)))


async def main():
    event = asyncio.Event()
    show(event)
    tasks = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    show(event)
    tasks[0].cancel()
    show(event)
    await asyncio.sleep(0)
    show(event)
    event.set()
    show(event)
    await asyncio.wait(tasks)
    show(event)


asyncio.run(main())
