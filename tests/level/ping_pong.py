"""Two tasks that play for ever."""
import asyncio

async def player(mine, other):
    while True:
        ball = await mine.get()
        await other.put(ball + 1)

async def main():
    left, right = asyncio.Queue(1), asyncio.Queue(1)
    await left.put(0)
    await asyncio.gather(player(left, right), player(right, left))

asyncio.run(main())
