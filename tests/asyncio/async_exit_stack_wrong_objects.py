import asyncio
from contextlib import AsyncExitStack, nullcontext


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


async def main():
    async with AsyncExitStack() as stack:
        for thing in Plain(), 5:
            try:
                await stack.enter_async_context(thing)
            except TypeError as error:
                print(error)
        try:
            stack.enter_context(asyncio.Lock())
        except TypeError as error:
            print(error)
        print(await stack.enter_async_context(nullcontext("null")))
    try:
        with AsyncExitStack() as stack:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
