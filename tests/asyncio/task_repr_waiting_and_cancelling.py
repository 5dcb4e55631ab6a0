import asyncio
import re


def show(thing):
    print(re.sub(r"at \S*?(\w+\.py)", r"at \1", repr(thing)))


async def work(future):
    try:
        await future
    finally:
        show(asyncio.current_task())


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future), name="waiter")
    await asyncio.sleep(0)
    show(task)
    show(future)
    task.cancel()
    show(task)
    await asyncio.sleep(0)
    show(task)
    show(future)


asyncio.run(main())
