import asyncio


async def double(n):
    await asyncio.sleep(0)
    return 2 * n


async def numbers():
    for i in range(5):
        yield i


async def main():
    gen = (await double(n) for n in range(3))
    print(type(gen).__name__, [x async for x in gen], [x async for x in gen])
    gen = (n async for n in numbers() if n % 2)
    print(type(gen).__name__, await anext(gen), await anext(gen), await anext(gen, None))
    try:
        list(await double(n) for n in range(3))
    except TypeError as error:
        print(error)
    print(sum([x async for x in (n * n async for n in numbers())]))


asyncio.run(main())
