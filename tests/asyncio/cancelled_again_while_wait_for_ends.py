"""A second cancellation comes while wait_for waits for what it has cancelled: the first is its context."""
import asyncio


def chain(e):
    names = []
    while e is not None:
        names.append(repr(e))
        e = e.__context__
    return names


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)
        print("slow has ended")


async def waits():
    try:
        await asyncio.wait_for(slow(), 20)
    except asyncio.CancelledError as e:
        print(chain(e))


async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(1)
    task.cancel("one")
    await asyncio.sleep(0.5)
    task.cancel("two")
    await asyncio.sleep(3)
    print(task.done())


asyncio.run(main())
