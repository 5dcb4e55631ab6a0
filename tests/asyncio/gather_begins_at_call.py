import asyncio


async def work(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "ends")


async def main():
    future = asyncio.gather(work("a"), work("b"))
    print("gathered, not awaited")
    await asyncio.sleep(0)
    print("one round later")
    await future
    print("end")


asyncio.run(main())
