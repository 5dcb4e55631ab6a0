import asyncio


async def nap(delay, name):
    print(await asyncio.sleep(delay, name))


async def main():
    print(await asyncio.sleep(0), await asyncio.sleep(0, "now"), await asyncio.sleep(-5, result="past"))
    await asyncio.gather(nap(0.06, "c"), nap(0.02, "a"), nap(0.04, "b"), nap(0, "zero"), nap(-1, "below"))


asyncio.run(main())
