import asyncio


class CoroutineAiter:
    async def __aiter__(self):
        return self


class NoNext:
    def __aiter__(self):
        return 5


class PlainNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def agen():
    yield 1


async def main():
    for thing in [1, 2], agen, NoNext(), PlainNext():
        try:
            async for item in thing:
                print("never")
        except TypeError as error:
            print(error, "<-", repr(error.__cause__))
    for use in iter, list, sum, sorted, tuple:
        try:
            use(agen())
        except TypeError as error:
            print(error)


asyncio.run(main())
