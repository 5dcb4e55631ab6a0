import asyncio


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    print([[j async for j in numbers(i)] for i in range(4)])
    print([[j + i for j in range(2)] async for i in numbers(3)])
    print({i: [j async for j in numbers(i) if j] async for i in numbers(4)})
    print([x async for x in (y async for y in (z async for z in numbers(3)))])


asyncio.run(main())
