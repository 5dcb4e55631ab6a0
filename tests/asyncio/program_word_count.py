import asyncio
from collections import Counter
from functools import reduce

TEXTS = {
    "a": "the chef waits for the oven and the oven waits for nobody",
    "b": "nobody waits for the chef",
    "c": "the end",
}


async def read(name):
    await asyncio.sleep(0)
    return TEXTS[name]


async def count(name):
    return Counter((await read(name)).split())


async def count_all(names):
    return reduce(Counter.__add__, await asyncio.gather(*map(count, names)), Counter())


async def main():
    total = await count_all(TEXTS)
    for word, n in total.most_common(4):
        print(f"{word:<8}{'#' * n} {n}")
    print(sum(total.values()), "words,", len(total), "different")
    longest = max([len(w) for name in TEXTS for w in (await read(name)).split()])
    print("longest:", longest, {n: len((await read(n)).split()) for n in TEXTS})
    try:
        await count_all("ax")
    except KeyError as error:
        print("no such text:", error)


asyncio.run(main())
