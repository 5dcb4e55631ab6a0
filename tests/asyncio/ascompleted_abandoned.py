import asyncio


async def work(n):
    await asyncio.sleep(0.02 * n)
    print("work", n)
    return n


async def main():
    for future in asyncio.as_completed([work(n) for n in (2, 1, 3)]):
        print("first:", await future)
        break
    await asyncio.sleep(0.1)


asyncio.run(main())
