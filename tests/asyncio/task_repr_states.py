import asyncio
import re


def show(thing):
    print(re.sub(r"at \S*?(\w+\.py)", r"at \1", repr(thing)))


async def work(result):
    await asyncio.sleep(0)
    if isinstance(result, Exception):
        raise result
    return result


async def main():
    fine = asyncio.create_task(work([1, "two"]), name="fine")
    bad = asyncio.create_task(work(KeyError("k")), name="bad")
    slow = asyncio.create_task(asyncio.sleep(10), name="slow")
    show(fine)
    await asyncio.sleep(0)
    for task in (fine, bad):
        show(task)
    await asyncio.sleep(0)
    slow.cancel()
    show(fine)
    show(bad)
    await asyncio.sleep(0)
    bad.exception()
    print(slow.cancelled())


asyncio.run(main())
