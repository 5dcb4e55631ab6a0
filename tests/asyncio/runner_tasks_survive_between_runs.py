import asyncio


async def ticker():
    for n in range(6):
        print("tick", n)
        await asyncio.sleep(0)


async def first():
    asyncio.create_task(ticker())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("first ends")


async def second():
    print("second begins")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("second ends")


with asyncio.Runner() as runner:
    runner.run(first())
    print("between")
    runner.run(second())
