import asyncio


async def link(n, before):
    value = await before if before else 0
    print("link", n)
    return value + n


async def main():
    task = None
    for n in range(6):
        task = asyncio.create_task(link(n, task))
    print(await task)


asyncio.run(main())
