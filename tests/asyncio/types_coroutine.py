import asyncio
import inspect
import types


@types.coroutine
def switch():
    """Back in the next round."""
    print("switch")
    yield
    return "back"


@types.coroutine
def old_style(seconds):
    result = yield from asyncio.sleep(seconds, "slept")
    return result


async def other():
    print("other")


async def main():
    task = asyncio.create_task(other())
    print(await switch())
    print(await old_style(0.02))
    await task
    print(inspect.isawaitable(switch()), inspect.iscoroutine(switch()), inspect.iscoroutinefunction(switch))
    print(asyncio.iscoroutine(switch()), switch.__name__, switch.__doc__)


asyncio.run(main())
