"""One is caught, one ends a task that somebody awaits, one is lost."""
import asyncio


async def burns(what):
    raise ValueError(what)


async def main():
    try:
        int("x")
    except ValueError:
        print("caught")
    try:
        await asyncio.create_task(burns("toast"))
    except ValueError as error:
        print(error)
    asyncio.create_task(burns("rice"))
    await asyncio.sleep(1)


asyncio.run(main())
