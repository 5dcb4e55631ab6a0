import asyncio


async def work(n):
    await asyncio.sleep(0.02 * n)
    return n


async def main():
    inner = asyncio.gather(work(2), work(1))
    print(await asyncio.gather(inner, work(0), asyncio.gather(work(1), asyncio.gather(work(0)))))


asyncio.run(main())
