import asyncio


async def numbers():
    for n in range(3):
        yield n


async def main():
    try:
        async for n in numbers():
            print(n)
            raise StopAsyncIteration("from the body")
    except StopAsyncIteration as error:
        print("not taken for the end:", error)
    try:
        async for n in numbers():
            raise StopIteration("from the body")
    except StopIteration as error:
        print("nor this:", error)


asyncio.run(main())
