import asyncio


async def stops():
    raise StopIteration("early")


async def stops_async():
    raise StopAsyncIteration("early too")


async def main():
    for function in (stops, stops_async):
        try:
            await function()
        except (RuntimeError, StopAsyncIteration) as error:
            print(type(error).__name__, error, repr(error.__cause__))
    task = asyncio.create_task(stops())
    await asyncio.wait([task])
    print(repr(task.exception()))


asyncio.run(main())
