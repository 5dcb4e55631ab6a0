import asyncio


async def price(dish):
    await asyncio.sleep(0)
    return len(dish) * 2


async def cheap(dish):
    await asyncio.sleep(0)
    return len(dish) < 5


async def main():
    menu = ["tea", "lasagne", "soup", "bread"]
    print([await price(d) for d in menu])
    print([d for d in menu if await cheap(d)])
    print({d: await price(d) for d in menu if not await cheap(d)})
    print({await price(d) for d in menu} == {6, 14, 8, 10})
    print([await f(d) for d in menu[:2] for f in (price, cheap)])


asyncio.run(main())
