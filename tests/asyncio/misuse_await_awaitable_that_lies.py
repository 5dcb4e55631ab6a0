import asyncio


class NoIterator:
    def __await__(self):
        return 3


class Coroutine:
    def __await__(self):
        return work()


class ListMaker:
    def __await__(self):
        return [1, 2]


class Fine:
    def __await__(self):
        return iter([])


async def work():
    pass


async def main():
    for thing in (NoIterator(), ListMaker(), Fine()):
        try:
            print(await thing)
        except TypeError as error:
            print(error)
    try:
        await Coroutine()
    except TypeError as error:
        print(error)


asyncio.run(main())
