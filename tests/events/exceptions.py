"""One is caught, one ends a task that somebody awaits, one is lost."""
import asyncio


async def burns(what):
    raise ValueError(what)


async def main():
    handler = lambda loop, context: print(context["message"])
    asyncio.get_running_loop().set_exception_handler(handler)
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
