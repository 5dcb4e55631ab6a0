import asyncio


async def work(name):
    for n in range(3):
        print(name, n)
        await asyncio.sleep(0)


async def main():
    extra = asyncio.create_task(work("task"))
    await asyncio.gather(work("x"), extra, work("y"))


asyncio.run(main())
