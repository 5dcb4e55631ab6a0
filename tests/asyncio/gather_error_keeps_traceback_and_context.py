import asyncio
import traceback


async def inner():
    raise ValueError("inner")


async def outer():
    try:
        await inner()
    except ValueError as error:
        raise KeyError("outer") from error


async def main():
    try:
        await asyncio.gather(outer())
    except KeyError as error:
        print(repr(error), repr(error.__cause__))
        frames = traceback.extract_tb(error.__traceback__)
        print([frame.name for frame in frames if frame.name in ("main", "outer")])
        print([frame.name for frame in traceback.extract_tb(error.__cause__.__traceback__)])


asyncio.run(main())
