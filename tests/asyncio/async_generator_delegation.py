import asyncio


async def inner(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def outer():
    async for i in inner(2):
        yield i
    yield "between"
    async for i in inner(1):
        yield i * 100 + 7


async def main():
    print([x async for x in outer()])


asyncio.run(main())
