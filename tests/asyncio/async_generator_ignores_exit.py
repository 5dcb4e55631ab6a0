import asyncio


async def stubborn():
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            print("I stay")


async def main():
    g = stubborn()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)
    print(await anext(g, "over"))


asyncio.run(main())
