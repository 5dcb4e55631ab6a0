import asyncio


async def gen():
    try:
        yield 1
    finally:
        print("only if started")


async def main():
    g = gen()
    try:
        await g.athrow(ValueError("before the start"))
    except ValueError as error:
        print(error)
    print(await anext(g, "over"))
    try:
        print(await g.athrow(ValueError("after the end")))
    except (ValueError, StopAsyncIteration) as error:
        print(repr(error))
    print(await g.aclose())


asyncio.run(main())
