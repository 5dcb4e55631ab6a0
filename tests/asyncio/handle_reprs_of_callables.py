import asyncio
import functools
import re


def ring(*args, **options):
    pass


class Bell:
    def ring(self, n):
        pass

    def __call__(self):
        pass

    def __repr__(self):
        return "Bell()"


def show(thing):
    text = re.sub(r"when=[\d.]+", "when=W", repr(thing))
    print(re.sub(r"at \S*?(\w+\.py)", r"at \1", re.sub(r"0x[0-9a-f]+", "0x", text)))


async def main():
    loop = asyncio.get_running_loop()
    show(loop.call_soon(functools.partial(ring, 1, key="k"), 2))
    show(loop.call_soon(lambda: None))
    show(loop.call_soon(Bell().ring, 5))
    show(loop.call_soon(Bell()))
    show(loop.call_soon(print, "x" * 3))
    show(loop.call_soon([].append, None))
    show(loop.call_soon(ring, [1, 2], {"k": "v"}, "text" * 30))


asyncio.run(main())
