import asyncio
import re


def show(handle):
    text = re.sub(r"when=[\d.]+", "when=W", repr(handle))
    print(re.sub(r"at \S*?(\w+\.py)", r"at \1", text))


def ring(*args, **options):
    pass


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(ring)
    later = loop.call_later(5, ring, 1, "two")
    print(isinstance(soon, asyncio.Handle), isinstance(later, asyncio.TimerHandle))
    print(type(soon).__name__, type(later).__name__, issubclass(asyncio.TimerHandle, asyncio.Handle))
    show(soon)
    show(later)
    soon.cancel()
    later.cancel()
    show(soon)
    show(later)


asyncio.run(main())
