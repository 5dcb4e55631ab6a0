import asyncio
import re
import traceback


async def leaf():
    await asyncio.sleep(0)
    return {}["key"]


async def middle():
    return await leaf()


async def top():
    try:
        await middle()
    except KeyError:
        text = traceback.format_exc()
        print(re.sub(r'File "\S*?(\w+\.py)"', r'File "\1"', text), end="")


async def main():
    await asyncio.create_task(top())
    task = asyncio.create_task(middle())
    try:
        await task
    except KeyError as error:
        print([frame.name for frame in traceback.extract_tb(error.__traceback__)])


asyncio.run(main())
