import asyncio


async def raiser(error):
    yield 1
    raise error


async def main():
    for kind in StopIteration, StopAsyncIteration:
        try:
            print([x async for x in raiser(kind("own"))])
        except RuntimeError as error:
            print(error, "<-", repr(error.__cause__))


asyncio.run(main())
