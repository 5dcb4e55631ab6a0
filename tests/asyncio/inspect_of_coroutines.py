import asyncio
import inspect


async def coro():
    pass


async def agen():
    yield


def gen():
    yield


def plain():
    pass


class Awaitable:
    def __await__(self):
        yield


async def main():
    c, f = coro(), asyncio.get_running_loop().create_future()
    t = asyncio.create_task(coro())
    for thing in coro, agen, gen, plain, c, agen(), gen(), f, t, Awaitable(), 5:
        print(type(thing).__name__, *(int(test(thing)) for test in (
            inspect.iscoroutinefunction, inspect.isasyncgenfunction, inspect.isgeneratorfunction,
            inspect.iscoroutine, inspect.isasyncgen, inspect.isgenerator, inspect.isawaitable,
            asyncio.iscoroutine, asyncio.iscoroutinefunction, asyncio.isfuture)))
    await c
    await t


asyncio.run(main())
