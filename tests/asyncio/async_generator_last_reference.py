"""An async generator that nobody refers to any more is closed by its loop from then on, wherever it was held."""
import asyncio


async def flow(name):
    try:
        yield 1
        yield 2
    finally:
        print("  closed", name, asyncio.current_task().get_name())


async def begun(name):
    generator = flow(name)
    await anext(generator)
    return generator


class Box:
    pass


async def turns():
    for _ in range(3):
        await asyncio.sleep(0)


async def fails(held):
    mine = await begun("held by a failed task")
    raise ValueError(held)


async def main():
    g = await begun("rebound")
    g = await begun("its successor")
    await turns()
    print("rebound")
    things = [await begun("in a list"), await begun("beside it")]
    things.pop()
    await turns()
    print("popped")
    things.clear()
    await turns()
    print("cleared")
    table = {"a": await begun("in a dict")}
    table["a"] = 1
    await turns()
    print("replaced")
    box = Box()
    box.flow = await begun("in an object")
    box = None
    await turns()
    print("let go")
    tasks = {"x": asyncio.create_task(fails(1))}
    await asyncio.wait(tasks.values())
    await turns()
    print("failed", repr(tasks["x"].exception()))
    tasks["x"] = None
    await turns()
    print("forgot the task")
    await anext(await begun("a temporary"))
    await turns()
    print("end")


asyncio.run(main())
