import asyncio


async def gen():
    try:
        yield "body"
    finally:
        yield "finally"
        print("after the last yield")


async def main():
    print([x async for x in gen()])
    g = gen()
    print(await anext(g), await g.athrow(ValueError("thrown")))
    try:
        await anext(g)
    except ValueError as error:
        print("goes on:", error)
    g = gen()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
