import asyncio
from contextlib import aclosing


async def numbers():
    try:
        for n in range(10):
            yield n
    finally:
        await asyncio.sleep(0)
        print("closed")


async def main():
    async with aclosing(numbers()) as g:
        async for n in g:
            print(n)
            if n == 2:
                break
    print("after")
    try:
        async with aclosing(numbers()) as g:
            async for n in g:
                raise ValueError(n)
    except ValueError as error:
        print(repr(error))


class Thing:
    async def aclose(self):
        print("thing closed")


async def other():
    async with aclosing(Thing()) as thing:
        print(type(thing).__name__)


asyncio.run(main())
asyncio.run(other())
