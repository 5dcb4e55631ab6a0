import asyncio
from collections import OrderedDict


def alru_cache(maxsize):
    def decorate(function):
        cache = OrderedDict()
        lock = asyncio.Lock()

        async def wrapper(*args):
            async with lock:
                if args in cache:
                    cache.move_to_end(args)
                    return cache[args]
                value = cache[args] = await function(*args)
                if len(cache) > maxsize:
                    forgotten, _ = cache.popitem(last=False)
                    print("forgets", forgotten)
                return value

        wrapper.cache = cache
        return wrapper
    return decorate


@alru_cache(2)
async def fib(n):
    print("computes", n)
    await asyncio.sleep(0)
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


async def main():
    for n in 10, 20, 10, 30, 20, 10:
        print(n, await fib(n))
    print(list(fib.cache))


asyncio.run(main())
