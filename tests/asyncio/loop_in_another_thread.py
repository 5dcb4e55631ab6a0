"""A function on another thread may run a loop of its own; both loops go on meanwhile."""
import asyncio
import time


async def inner(n):
    await asyncio.sleep(0.1)
    try:
        return asyncio.get_running_loop() is outer, n
    finally:
        await asyncio.sleep(0.1 * n)


def with_own_loop(n):
    try:
        asyncio.get_running_loop()
    except RuntimeError as e:
        print(n, e)
    got = asyncio.run(inner(n))
    print("ends", got)
    return n


async def main():
    global outer
    outer = asyncio.get_running_loop()
    began = time.monotonic()
    jobs = [asyncio.create_task(asyncio.to_thread(with_own_loop, n)) for n in (1, 2)]
    await asyncio.sleep(0.15)
    print("meanwhile", [job.done() for job in jobs])
    print(await asyncio.gather(*jobs), round(time.monotonic() - began, 1))


asyncio.run(main())
