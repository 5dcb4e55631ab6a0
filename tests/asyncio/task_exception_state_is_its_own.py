import asyncio
import sys


async def work(name):
    try:
        raise ValueError(name)
    except ValueError:
        await asyncio.sleep(0)
        print(name, repr(sys.exc_info()[1]))
        try:
            await asyncio.sleep(0)
            raise KeyError(name)
        except KeyError as error:
            print(name, repr(error.__context__))
        try:
            raise
        except ValueError as error:
            print(name, "again", error)
    print(name, sys.exc_info()[1])


async def main():
    await asyncio.gather(*(work(name) for name in "abc"))


asyncio.run(main())
