"""Awaits ten deep, down to a turn of the loop."""
import asyncio


async def down(depth):
    if depth == 0:
        await asyncio.sleep(0)
        return 1
    return await down(depth - 1) + 1


async def dive(n):
    total = 0
    for _ in range(n):
        total += await down(10)
    return total


async def main():
    print(sum(await asyncio.gather(*(dive(2000) for _ in range(100)))))


asyncio.run(main())
