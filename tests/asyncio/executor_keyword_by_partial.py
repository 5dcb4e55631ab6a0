import asyncio
import functools


def describe(dish, *, minutes=0):
    return f"{dish}: {minutes}"


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, functools.partial(describe, "tea", minutes=3)))
    print(await asyncio.to_thread(describe, "soup", minutes=20))
    print(await loop.run_in_executor(None, lambda: describe("rice")))


asyncio.run(main())
