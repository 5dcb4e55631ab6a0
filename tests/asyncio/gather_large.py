import asyncio


async def work(n):
    for _ in range(n % 5):
        await asyncio.sleep(0)
    order.append(n)
    return n * n


order = []


async def main():
    results = await asyncio.gather(*(work(n) for n in range(1000)))
    print(sum(results), results == [n * n for n in range(1000)])
    print(order[:8], order[198:206], order[-5:])


asyncio.run(main())
