import asyncio


async def gen():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        raise ValueError("while tidying up")


async def main():
    g = gen()
    await anext(g)
    try:
        await g.aclose()
    except ValueError as error:
        print(error, repr(error.__context__))
    print(await anext(g, "over"))


asyncio.run(main())
