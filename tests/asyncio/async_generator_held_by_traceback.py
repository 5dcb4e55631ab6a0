"""An error holds what its frames held: an async generator in a local, or under a comprehension,
is closed when the error is gone; one that only an `async for` walked, at once."""
import asyncio


async def flow(name):
    try:
        for i in range(3):
            yield i
    finally:
        print("  closed", name)


async def in_a_comprehension():
    [x async for x in flow("comprehension") if await 0.01]


async def in_a_local():
    f = flow("local")
    async for x in f:
        raise KeyError(x)


async def in_both():
    async for x in flow("statement"):
        [y async for y in flow("comprehension") if await 0.01]


async def main():
    for work in in_a_comprehension, in_a_local, in_both:
        print(work.__name__)
        try:
            await work()
        except Exception as e:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("  caught", type(e).__name__)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("  end")


asyncio.run(main())
