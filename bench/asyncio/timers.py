"""A hundred thousand timers, of many lengths."""
import asyncio


async def one(n):
    await asyncio.sleep(n * 7919 % 1_009 / 1000)
    return n % 3


async def main():
    print(sum(await asyncio.gather(*(one(n) for n in range(100_000)))))


asyncio.run(main())
