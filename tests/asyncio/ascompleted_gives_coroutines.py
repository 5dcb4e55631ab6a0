import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    futures = list(asyncio.as_completed([work(1), work(2)]))
    print([asyncio.iscoroutine(future) for future in futures], len(futures))
    print(sorted(await asyncio.gather(*futures)))


asyncio.run(main())
