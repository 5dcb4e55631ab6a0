import asyncio


async def main():
    steps = asyncio.sleep(0, "value").__await__()
    print(next(steps))
    try:
        next(steps)
    except StopIteration as stop:
        print(stop.value)
    coroutine = asyncio.sleep(10)
    future = coroutine.send(None)
    print(asyncio.isfuture(future), future.done())
    try:
        coroutine.throw(ValueError("by hand"))
    except ValueError as error:
        print(repr(error), future.cancelled(), future.done())


asyncio.run(main())
