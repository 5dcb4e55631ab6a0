import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(delay)
        print(name, "is clean")


async def main():
    task = asyncio.ensure_future(asyncio.gather(work("a", 0.12), work("b", 0.04), work("c", 0.08)))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("after all of them")


asyncio.run(main())
