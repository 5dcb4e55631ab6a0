import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    print("connect", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)


async def main():
    async with connection("db") as value:
        print("using", value)
    async with connection("cache"):
        raise ValueError("oops")
    try:
        async with connection("web"):
            raise KeyError("passed on")
    except KeyError as error:
        print("out:", error)


asyncio.run(main())
