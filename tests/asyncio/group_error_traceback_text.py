import asyncio
import re
import traceback


async def fail(n):
    raise ValueError(n)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1))
            group.create_task(fail(2))
    except ExceptionGroup as error:
        print([type(part).__name__ for part in error.exceptions], error.message)
        text = "".join(traceback.format_exception(*error.exceptions[:1]))
        print(re.sub(r'File "\S*?(\w+\.py)"', r'File "\1"', text), end="")


asyncio.run(main())
