import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager


@asynccontextmanager
async def open_async(name):
    print("open", name)
    yield name
    print("close", name)


@contextmanager
def open_plain(name):
    print("open", name)
    yield name
    print("close", name)


async def bye(word, *, loud=False):
    await asyncio.sleep(0)
    print(word.upper() if loud else word)


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(open_async("a")))
        print(stack.enter_context(open_plain("b")))
        print(stack.push_async_callback(bye, "bye", loud=True) is bye)
        stack.callback(print, "plain callback", end="!\n")
        names = [await stack.enter_async_context(open_async(f"n{i}")) for i in range(2)]
        print("inside", names)


asyncio.run(main())
