import asyncio
import re


def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0x…", repr(thing)), str(thing), sep="\n  ")


async def main():
    queue = asyncio.Queue(2)
    show(queue)
    getters = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    show(queue)
    queue.put_nowait("a")
    show(queue)
    await asyncio.sleep(0)
    show(queue)
    putters = [asyncio.create_task(queue.put(n)) for n in range(5)]
    await asyncio.sleep(0)
    show(queue)
    for task in getters + putters:
        task.cancel()
    await asyncio.wait(getters + putters)
    show(queue)


asyncio.run(main())
