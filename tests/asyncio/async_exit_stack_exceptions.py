import asyncio
from contextlib import AsyncExitStack


class Exit:
    def __init__(self, name, swallow=False, error=None):
        self.name, self.swallow, self.error = name, swallow, error

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        print(self.name, "sees", repr(error))
        if self.error:
            raise self.error
        return self.swallow


async def main():
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(Exit("outer"))
        await stack.enter_async_context(Exit("middle", swallow=True))
        await stack.enter_async_context(Exit("inner", error=KeyError("from inner")))
        raise ValueError("body")
    print("swallowed")
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Exit("outer"))
            await stack.enter_async_context(Exit("inner", error=KeyError("from inner")))
            raise ValueError("body")
    except KeyError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
