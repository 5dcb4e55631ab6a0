import asyncio


async def gen():
    yield 1


async def main():
    g = gen()
    print(g.__name__, g.__qualname__, type(g).__name__, g.ag_running, g.ag_await)
    print(hasattr(g, "__aiter__"), hasattr(g, "__iter__"), hasattr(g, "send"), g.__aiter__() is g)
    print(type(g.__anext__()).__name__, type(g.asend(None)).__name__, type(g.athrow(ValueError)).__name__,
          type(g.aclose()).__name__)
    try:
        await g
    except TypeError as error:
        print(error)
    await g.aclose()


asyncio.run(main())
