import asyncio
import time


def heavy(n):
    time.sleep(0.02)
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, heavy, 3))
    print(await asyncio.to_thread(heavy, 4))
    print(await asyncio.gather(*(asyncio.to_thread(heavy, n) for n in range(3))))


asyncio.run(main())
