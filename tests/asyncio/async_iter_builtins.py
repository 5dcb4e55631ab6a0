import asyncio


async def letters():
    for c in "ab":
        yield c


async def main():
    it = aiter(letters())
    print(await anext(it), await anext(it), await anext(it, "default"))
    try:
        await anext(it)
    except StopAsyncIteration as error:
        print(type(error).__name__, error.args)
    print(aiter(it) is it)
    for use in (lambda: aiter([1])), (lambda: anext(5)), (lambda: anext(iter("ab"))):
        try:
            use()
        except TypeError as error:
            print(error)


asyncio.run(main())
