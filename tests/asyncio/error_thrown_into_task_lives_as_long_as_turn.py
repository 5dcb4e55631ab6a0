"""The CancelledError that is thrown into a task is held until the turn ends, and what it holds with it."""
import asyncio


async def flow(name):
    try:
        for i in range(9):
            yield i
    finally:
        print("  closed", name)


async def walks(name, lock):
    async with lock:
        print("  has the lock:", name)
        try:
            async with asyncio.timeout(0.02):
                [x async for x in flow(name) if await asyncio.sleep(0.01)]
        except TimeoutError:
            print("  timeout", name)
        asyncio.get_running_loop().call_soon(print, "  called soon by", name)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(walks(name, lock) for name in "abc"))


asyncio.run(main())
