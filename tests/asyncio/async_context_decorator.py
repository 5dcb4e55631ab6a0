import asyncio
from contextlib import AbstractAsyncContextManager, AsyncContextDecorator


class Logged(AsyncContextDecorator):
    async def __aenter__(self):
        print("in")
        return self

    async def __aexit__(self, *args):
        print("out", args[0] and args[0].__name__)


@Logged()
async def job(x):
    await asyncio.sleep(0)
    return 10 / x


class Defaults(AbstractAsyncContextManager):
    async def __aexit__(self, *args):
        print("exit")


async def main():
    print(await job(2))
    try:
        await job(0)
    except ZeroDivisionError as error:
        print(error)
    async with Defaults() as d:
        print(type(d).__name__)
    try:
        AbstractAsyncContextManager()
    except TypeError as error:
        print(error)


asyncio.run(main())
