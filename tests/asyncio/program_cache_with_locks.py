import asyncio
from collections import defaultdict


class Cache:
    """Each key is loaded once, whoever asks and however often."""

    def __init__(self, load):
        self.load, self.values = load, {}
        self.locks = defaultdict(asyncio.Lock)
        self.hits = self.misses = 0

    async def get(self, key):
        if key in self.values:
            self.hits += 1
            return self.values[key]
        async with self.locks[key]:
            if key not in self.values:      # looked again: somebody may have been faster
                self.misses += 1
                self.values[key] = await self.load(key)
            else:
                self.hits += 1
        return self.values[key]


async def slow_square(n):
    print("loading", n)
    await asyncio.sleep(0.02)
    if n < 0:
        raise ValueError(n)
    return n * n


async def main():
    cache = Cache(slow_square)
    print(await asyncio.gather(*(cache.get(n) for n in (2, 3, 2, 2, 3))))
    print(await cache.get(3), f"hits {cache.hits}, misses {cache.misses}")
    print(await asyncio.gather(cache.get(-1), cache.get(-1), return_exceptions=True))


asyncio.run(main())
