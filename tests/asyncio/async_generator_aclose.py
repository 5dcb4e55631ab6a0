import asyncio


async def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        await asyncio.sleep(0)
        print("tidied up")


async def main():
    g = gen()
    print(await anext(g))
    print(await g.aclose())
    print(await g.aclose(), "twice is fine")
    print(await anext(g, "closed"))
    fresh = gen()
    print(await fresh.aclose(), await anext(fresh, "never started"))


asyncio.run(main())
