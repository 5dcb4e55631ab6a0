import asyncio


async def nap(n):
    await asyncio.sleep(0.03 * (n % 3))
    order.append(n)


order = []


async def main():
    await asyncio.gather(*(nap(n) for n in range(30)))
    print(order)


asyncio.run(main())
