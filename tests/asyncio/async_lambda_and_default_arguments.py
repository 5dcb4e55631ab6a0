import asyncio


async def make(n, *, delay=0, items=()):
    await asyncio.sleep(delay)
    return [n, *items]


async def main():
    later = lambda n: make(n, items="xy")
    print(await later(1), await (lambda: later(2))())
    print(await asyncio.gather(*[(lambda i=i: make(i))() for i in range(3)]))
    print([await make(i, delay=0) for i in range(2)], (await make(5))[0] + 1, not await make(0))
    print(f"{await make(7)!r:>6}", {**{"a": await make(1)}}, *await make(8, items=[9]))


asyncio.run(main())
