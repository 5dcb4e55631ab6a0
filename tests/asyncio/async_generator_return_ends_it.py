import asyncio


async def gen(limit):
    for i in range(10):
        if i == limit:
            return
        yield i


async def empty():
    return
    yield


async def main():
    print([x async for x in gen(3)], [x async for x in empty()])
    async for x in empty():
        print("never")
    else:
        print("else runs")


asyncio.run(main())
