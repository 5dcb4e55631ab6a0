import asyncio
import re


def show(thing):
    print(re.sub(r"at \S*?(\w+\.py)", r"at \1", repr(thing)))


def ring(task):
    pass


def bell(task):
    pass


async def main():
    task = asyncio.create_task(asyncio.sleep(0), name="t")
    future = asyncio.get_running_loop().create_future()
    for n in range(4):
        future.add_done_callback((ring, bell)[n % 2])
        show(future)
    future.set_result("x" * 10)
    show(future)
    await task


asyncio.run(main())
