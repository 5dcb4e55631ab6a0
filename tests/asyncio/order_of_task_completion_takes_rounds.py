import asyncio


async def leaf():
    return 1


async def layer(n):
    if n == 0:
        return await leaf()
    return await asyncio.create_task(layer(n - 1))


async def counter(task):
    rounds = 0
    while not task.done():
        rounds += 1
        await asyncio.sleep(0)
    return rounds


async def main():
    for n in range(5):
        task = asyncio.create_task(layer(n))
        print(n, await counter(task))


asyncio.run(main())
