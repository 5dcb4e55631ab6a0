import asyncio
import re


def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0x…", repr(thing)))


async def main():
    barrier = asyncio.Barrier(3)
    show(barrier)
    tasks = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    show(barrier)
    tasks.append(asyncio.create_task(barrier.wait()))
    await asyncio.sleep(0)
    show(barrier)
    await asyncio.wait(tasks)
    show(barrier)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.reset()
    show(barrier)
    print(await asyncio.gather(task, return_exceptions=True))
    show(barrier)
    await barrier.abort()
    show(barrier)


asyncio.run(main())
