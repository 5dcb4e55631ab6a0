import asyncio


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def __iter__(self):
        return iter([])


async def main():
    try:
        async with Plain():
            pass
    except TypeError as error:
        print(error)
    try:
        async for _ in Plain():
            pass
    except TypeError as error:
        print(error)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as error:
        print(error)
    try:
        for _ in agen():
            pass
    except TypeError as error:
        print(error)


async def agen():
    yield 1


asyncio.run(main())
