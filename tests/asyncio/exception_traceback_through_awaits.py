import asyncio
import traceback


async def inner():
    await asyncio.sleep(0)
    raise ValueError("deep")


async def middle():
    await inner()


async def main():
    for make in middle, lambda: asyncio.create_task(middle()):
        try:
            await make()
        except ValueError as error:
            print([f.name for f in traceback.extract_tb(error.__traceback__)],
                  [f.line for f in traceback.extract_tb(error.__traceback__)])


asyncio.run(main())
