import asyncio


async def stops():
    raise StopIteration("own")


async def stops_async():
    raise StopAsyncIteration("own")


async def main():
    try:
        await stops()
    except RuntimeError as error:
        print(error, "<-", repr(error.__cause__))
    try:
        await stops_async()
    except StopAsyncIteration as error:
        print("passes through:", error)


asyncio.run(main())
