"""What an exit raised and another one swallowed holds the frame that caught it: a ring, as in CPython."""
import asyncio
import contextlib


class L:
    def __init__(self, n): self.n = n
    def __del__(self): print("gone", self.n)


@contextlib.asynccontextmanager
async def guest():
    x = L("guest")
    try:
        yield 1
    finally:
        pass


class Room:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return True


async def f(k):
    y = L("f")
    stack = contextlib.AsyncExitStack()
    if k: await stack.enter_async_context(Room())
    stack.push_async_exit(guest())
    try:
        async with stack:
            z = L("z")
            if k == 2: raise ValueError
    except RuntimeError as e:
        print(repr(e))


async def main():
    for k in range(3):
        await f(k)
        print("over", k)


asyncio.run(main())
print("end")
# Hangs on the collector: not for a build that collects at every allocation.
