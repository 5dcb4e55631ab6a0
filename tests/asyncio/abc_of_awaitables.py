import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Coroutine


async def coro():
    pass


async def agen():
    yield


class Once(AsyncIterator):
    done = False

    async def __anext__(self):
        if self.done:
            raise StopAsyncIteration
        self.done = True
        return "once"


async def main():
    c, g = coro(), agen()
    t = asyncio.create_task(c)
    for thing in c, g, t, Once(), asyncio.Queue():
        print(type(thing).__name__, *(isinstance(thing, k) for k in
              (Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator)))
    print([x async for x in Once()])
    await t


asyncio.run(main())
