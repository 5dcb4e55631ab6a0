import asyncio


async def nap(n):
    await asyncio.sleep(0.03)
    print(n)


async def main():
    await asyncio.gather(*(nap(n) for n in range(12)))


asyncio.run(main())
