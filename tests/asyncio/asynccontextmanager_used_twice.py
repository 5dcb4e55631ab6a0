import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def once():
    yield "first"


async def main():
    manager = once()
    async with manager as value:
        print(value)
    try:
        async with manager:
            print("never")
    except (AttributeError, RuntimeError) as error:
        print(type(error).__name__)


asyncio.run(main())
