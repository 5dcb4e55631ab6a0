import asyncio


class NotIterator:
    def __await__(self):
        return 5


class Coro:
    async def __await__(self):
        return 5


class Yields:
    def __await__(self):
        yield "strange"


def generator():
    yield


async def main():
    for thing in 5, None, [asyncio.sleep(0)], generator, generator(), main, NotIterator(), Coro():
        try:
            await thing
        except TypeError as error:
            print(error)
            if isinstance(thing, list):
                thing[0].close()
    try:
        await Yields()
    except RuntimeError as error:
        print(str(error).split(": ")[-1])


asyncio.run(main())
