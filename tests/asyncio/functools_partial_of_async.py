import asyncio
from functools import partial, partialmethod


async def cook(dish, minutes, *, salt=False):
    await asyncio.sleep(minutes / 100)
    return dish, minutes, salt


class Kitchen:
    async def make(self, dish, minutes):
        return await cook(dish, minutes)

    make_tea = partialmethod(make, "tea", 2)


async def main():
    soup = partial(cook, "soup", salt=True)
    print(await soup(2), await soup(minutes=1), soup.func.__name__)
    print(await asyncio.gather(*map(partial(cook, "tea"), (3, 1))))
    print(await Kitchen().make_tea())


asyncio.run(main())
