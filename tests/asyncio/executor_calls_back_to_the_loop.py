import asyncio
import time


def worker(loop, add):
    for n in range(3):
        time.sleep(0.02)
        loop.call_soon_threadsafe(add, n)
    return "worker ends"


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    print(await loop.run_in_executor(None, worker, loop, seen.append))
    await asyncio.sleep(0.02)
    print(seen)


asyncio.run(main())
