"""wrap_future: a future of other threads becomes one that can be awaited."""
import asyncio
import time


async def value(n):
    await asyncio.sleep(0.02)
    return n


async def fails():
    await asyncio.sleep(0.02)
    raise KeyError("no")


async def main():
    loop = asyncio.get_running_loop()
    shared = asyncio.run_coroutine_threadsafe(value(7), loop)
    wrapped = asyncio.wrap_future(shared)
    print(isinstance(wrapped, asyncio.Future), wrapped.done(), asyncio.isfuture(shared))
    print(await wrapped, shared.result())
    print(asyncio.wrap_future(wrapped) is wrapped)
    try:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(fails(), loop), loop=loop)
    except KeyError as e:
        print("raised", e)
    shared = asyncio.run_coroutine_threadsafe(value(8), loop)
    await asyncio.sleep(0)
    wrapped = asyncio.wrap_future(shared)
    print("cancelled", wrapped.cancel(), shared.cancelled())
    await asyncio.sleep(0.05)
    print(wrapped.cancelled(), shared.cancelled(), shared.done())
    shared = asyncio.run_coroutine_threadsafe(value(9), loop)
    wrapped = asyncio.wrap_future(shared)
    print(shared.cancel())
    try:
        await wrapped
    except asyncio.CancelledError:
        print("cancelled from the other side")
    try:
        asyncio.wrap_future(5)
    except AssertionError as e:
        print(e)


asyncio.run(main())
