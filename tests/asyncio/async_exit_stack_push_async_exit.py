import asyncio
from contextlib import AsyncExitStack


async def swallow(kind, error, traceback):
    print("swallow sees", kind and kind.__name__)
    return True


def plain(kind, error, traceback):
    print("plain sees", kind and kind.__name__)


async def main():
    async with AsyncExitStack() as stack:
        stack.push_async_exit(swallow)
        stack.push(plain)
        raise ValueError("gone")
    print("after")

    @stack.push_async_exit
    async def late(*args):
        print("late", args)

    await stack.aclose()


asyncio.run(main())
