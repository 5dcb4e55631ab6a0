import asyncio
import time


def square(n):
    time.sleep(0.005)
    return n * n


async def main():
    print(sum(await asyncio.gather(*(asyncio.to_thread(square, n) for n in range(30)))))


asyncio.run(main())
