"""anext() with a default gives an awaitable of its own, which is no coroutine."""
import asyncio
import inspect


async def flow(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("end", n)


class Counts:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        await asyncio.sleep(0.01)
        if self.n > 2:
            raise StopAsyncIteration
        return self.n


class Bad:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    f = flow(2)
    a = anext(f, "none")
    print(type(a).__name__, inspect.isawaitable(a), asyncio.iscoroutine(a))
    print(await a)
    try:
        print(await a)
    except RuntimeError as e:
        print(e)
    print(await asyncio.gather(anext(f, 7)))
    print(await asyncio.gather(anext(f, 7), anext(f, 8), return_exceptions=True))
    print(await asyncio.wait_for(anext(f, 12), 1))
    try:
        asyncio.create_task(anext(f, 1))
    except TypeError as e:
        print(str(e)[:50])
    t = asyncio.ensure_future(anext(flow(1), 2))
    await asyncio.sleep(0)
    t.cancel("x")
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    i = Counts()
    print([await anext(i, 0) for _ in range(4)])
    try:
        await anext(Bad(), 1)
    except TypeError as e:
        print(e)
    a = anext(flow(1), 3)
    print(a.send(None))
    try:
        a.throw(KeyError("k"))
    except KeyError as e:
        print("thrown", e)
    try:
        anext(3, 1)
    except TypeError as e:
        print(e)


asyncio.run(main())
