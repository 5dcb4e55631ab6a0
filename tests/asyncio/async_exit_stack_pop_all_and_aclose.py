import asyncio
from contextlib import AsyncExitStack


async def say(word):
    print(word)


async def main():
    async with AsyncExitStack() as stack:
        stack.push_async_callback(say, "first")
        stack.push_async_callback(say, "second")
        kept = stack.pop_all()
        print("nothing closes here")
    print("still open")
    print(await kept.aclose())
    print(await kept.aclose(), "twice")


asyncio.run(main())
