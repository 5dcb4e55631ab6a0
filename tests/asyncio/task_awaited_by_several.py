import asyncio


async def work():
    await asyncio.sleep(0.02)
    return "dish"


async def waiter(name, task):
    print(name, await task)


async def main():
    task = asyncio.create_task(work())
    await asyncio.gather(*(waiter(name, task) for name in "abcd"))


asyncio.run(main())
