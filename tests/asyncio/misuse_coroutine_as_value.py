import asyncio


async def number():
    return 3


async def main():
    coroutine = number()
    for operation in (lambda: coroutine + 1, lambda: len(coroutine), lambda: coroutine[0], lambda: coroutine(), lambda: list(coroutine)):
        try:
            operation()
        except TypeError as error:
            print(error)
    print(bool(coroutine), await coroutine)


asyncio.run(main())
