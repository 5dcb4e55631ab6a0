import asyncio


async def slow():
    await asyncio.sleep(0.02)
    yield 1
    await asyncio.sleep(0.02)
    yield 2


async def main():
    g = slow()
    results = await asyncio.gather(anext(g), anext(g), g.aclose(), g.athrow(KeyError), return_exceptions=True)
    for r in results:
        print(repr(r))
    print(await anext(g), await anext(g, "over"))


asyncio.run(main())
