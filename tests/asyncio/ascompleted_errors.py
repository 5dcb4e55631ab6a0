import asyncio


async def work(n):
    await asyncio.sleep(0.02 * n)
    if n % 2:
        raise ValueError(n)
    return n


async def main():
    for future in asyncio.as_completed([work(n) for n in range(4)]):
        try:
            print("result", await future)
        except ValueError as error:
            print("error", error)


asyncio.run(main())
