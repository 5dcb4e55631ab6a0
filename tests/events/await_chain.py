"""Who awaits whom: functions in functions, a task, an async generator, an async with."""
import asyncio
import contextlib


async def inner():
    await asyncio.sleep(1)
    return "salt"


async def outer():
    return await inner()


async def plates():
    for n in range(2):
        await asyncio.sleep(1)
        yield n


@contextlib.asynccontextmanager
async def table():
    await asyncio.sleep(1)
    yield "laid"


async def main():
    print(await asyncio.create_task(outer()))
    async for plate in plates():
        print(plate)
    async with table() as state:
        print(state)


asyncio.run(main())
