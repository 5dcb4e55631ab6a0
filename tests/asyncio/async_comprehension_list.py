import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    print([i async for i in numbers(4)])
    print([i * j async for i in numbers(3) for j in (10, 100) if i])
    print([(i, j) async for i in numbers(2) async for j in numbers(2)])
    print([i for row in [[1, 2], [3]] for i in row if i != 2])


asyncio.run(main())
