"""The error of a task group is held by the frame that raised it, which it holds itself: an async generator
that is over, and that such a frame knows, is still one of those that the loop closes at the end."""
import asyncio


async def over():
    yield 1


async def open_one():
    try:
        yield 2
    finally:
        print("closed by", asyncio.current_task().get_name())


kept = []


async def fail():
    kept.append(open_one())
    await anext(kept[-1])
    flow = over()
    await flow.athrow(KeyError(3))


async def main():
    for _ in range(3):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail())
        except* KeyError as e:
            print(repr(e))


asyncio.run(main())
