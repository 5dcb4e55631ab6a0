import asyncio
import traceback


async def deep():
    raise ValueError("deep")


async def main():
    await deep()


try:
    asyncio.run(main())
except ValueError as error:
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    print(names[-2:], error)
