import asyncio


async def work(n):
    await asyncio.sleep(0.02)
    return n


async def waiter(name, future):
    print(name, await future)


async def main():
    future = asyncio.gather(work(1), work(2))
    await asyncio.gather(waiter("a", future), waiter("b", future))
    print(await future)


asyncio.run(main())
