"""A function on another thread asks the loop for a coroutine's result, and waits for it."""
import asyncio
import time


async def double(n):
    await asyncio.sleep(0.05)
    if n == 3:
        raise ValueError("three")
    return n * 2


async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("slow is cancelled")
        raise


def elsewhere(loop):
    future = asyncio.run_coroutine_threadsafe(double(4), loop)
    print("asked", future.cancelled())
    print("result", future.result(), future.done(), future.running())
    future.add_done_callback(lambda f: print("called back with", f.result()))
    failing = asyncio.run_coroutine_threadsafe(double(3), loop)
    print("exception", repr(failing.exception(timeout=2)))
    try:
        failing.result()
    except ValueError as e:
        print("raised", e)
    waits = asyncio.run_coroutine_threadsafe(slow(), loop)
    try:
        waits.result(timeout=0.2)
    except TimeoutError as e:
        print("timeout", repr(e), waits.done())
    cancelled = waits.cancel(), waits.cancel(), waits.cancelled()
    time.sleep(0.2)  # the loop prints meanwhile
    print("cancel", *cancelled)
    try:
        asyncio.run_coroutine_threadsafe(5, loop)
    except TypeError as e:
        print(e)
    return "over"


async def main():
    loop = asyncio.get_running_loop()
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.05)
            ticks += 1

    ticker = asyncio.create_task(tick())
    print(await asyncio.to_thread(elsewhere, loop))
    print("the loop went on:", ticks >= 4)
    ticker.cancel()


asyncio.run(main())
