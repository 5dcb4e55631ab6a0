"""Loops over async generators that stand in one another, and are left by an error: the inner generator is
given up first."""
import asyncio


async def flow(name):
    try:
        for i in range(3):
            yield i
    finally:
        print(name, "closed by", asyncio.current_task().get_name())


async def loops():
    async for a in flow("outer"):
        async for b in flow("middle"):
            async for c in flow("inner"):
                await asyncio.gather(asyncio.sleep(1))


async def main():
    task = asyncio.create_task(loops())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0.1)


asyncio.run(main())
