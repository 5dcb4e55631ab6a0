"""A hundred thousand tasks, gathered."""
import asyncio


async def one(n):
    await asyncio.sleep(0)
    return n % 7


async def main():
    print(sum(await asyncio.gather(*(one(n) for n in range(100_000)))))


asyncio.run(main())
