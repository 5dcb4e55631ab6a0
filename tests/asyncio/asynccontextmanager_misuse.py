import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def no_yield():
    if False:
        yield


@asynccontextmanager
async def two_yields():
    yield 1
    yield 2


@asynccontextmanager
async def yields_after_error():
    try:
        yield
    except ValueError:
        yield


async def main():
    for make in no_yield, two_yields:
        try:
            async with make():
                print("inside", make.__name__)
        except RuntimeError as error:
            print(error)
    try:
        async with yields_after_error():
            raise ValueError("x")
    except RuntimeError as error:
        print(error)
    try:
        with two_yields():
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
