"""The error of a task group is held by the frame that raised it, which it holds itself: an async generator
that is over, and that such a frame knows, is still one of those that the loop closes at the end."""
import asyncio


async def over():
    yield 1


async def fail():
    flow = over()
    await flow.athrow(KeyError(3))


async def main():
    for _ in range(3):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail())
        except* KeyError as e:
            print(repr(e))


async def number():
    return asyncio.current_task().get_name()


with asyncio.Runner() as runner:
    runner.run(main())
    print(runner.run(number()))
    runner.get_loop().run_until_complete(runner.get_loop().shutdown_asyncgens())
    print(runner.run(number()), "after one for each generator")
# Hangs on the collector: not for a build that collects at every allocation.
