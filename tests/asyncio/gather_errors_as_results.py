import asyncio


async def work(result):
    await asyncio.sleep(0)
    if isinstance(result, BaseException):
        raise result
    return result


async def main():
    results = await asyncio.gather(
        work(1), work(ValueError("v")), work(3), work(asyncio.CancelledError("c")), work(KeyError("k")),
        return_exceptions=True,
    )
    for result in results:
        print(type(result).__name__, result)


asyncio.run(main())
