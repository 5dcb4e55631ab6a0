import asyncio


async def gen():
    yield 1
    yield 2


async def main():
    g = gen()
    step = g.__anext__()
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)
    close = g.aclose()
    await close
    try:
        await close
    except RuntimeError as error:
        print(error)


asyncio.run(main())
