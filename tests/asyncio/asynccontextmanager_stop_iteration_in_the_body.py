import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def plain():
    yield


@asynccontextmanager
async def wraps():
    try:
        yield
    except Exception as error:
        raise RuntimeError("wrapped") from error


async def main():
    for error in StopIteration("one"), StopAsyncIteration("two"), RuntimeError("three"):
        try:
            async with plain():
                raise error
        except Exception as caught:
            print(repr(caught), caught is error)
        try:
            async with wraps():
                raise error
        except Exception as caught:
            print(repr(caught), caught.__cause__ is error)


asyncio.run(main())
