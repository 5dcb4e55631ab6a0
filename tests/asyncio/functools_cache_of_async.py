import asyncio
from functools import lru_cache


@lru_cache
def load(key):
    return asyncio.ensure_future(fetch(key))


async def fetch(key):
    print("fetch", key)
    await asyncio.sleep(0.02)
    return key.upper()


@lru_cache
async def wrong(key):
    return key


async def main():
    print(await asyncio.gather(load("a"), load("b"), load("a")), await load("a"))
    print(load.cache_info())
    print(await wrong("a"))
    try:
        await wrong("a")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
