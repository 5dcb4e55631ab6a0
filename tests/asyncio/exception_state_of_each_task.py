import asyncio
import sys


async def handle(name):
    try:
        raise ValueError(name)
    except ValueError:
        print(name, "handles", repr(sys.exc_info()[1]))
        await asyncio.sleep(0)
        print(name, "still handles", repr(sys.exc_info()[1]))
        await asyncio.sleep(0)
        raise                               # its own, though others raised meanwhile


async def main():
    print(await asyncio.gather(*(handle(n) for n in "abc"), return_exceptions=True))
    print(sys.exc_info())


asyncio.run(main())
