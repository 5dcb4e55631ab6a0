import asyncio
import io
import re


async def inner():
    await asyncio.sleep(10)


async def outer():
    await inner()


async def fails():
    raise ValueError("for the stack")


def show(task):
    text = io.StringIO()
    task.print_stack(file=text)
    text = re.sub(r'File "\S*?(\w+\.py)"', r'File "\1"', text.getvalue())
    print(re.sub(r"at \S*?(\w+\.py)", r"at \1", text), end="")


async def main():
    task = asyncio.create_task(outer(), name="outer")
    show(task)
    await asyncio.sleep(0)
    show(task)
    task.cancel()
    failed = asyncio.create_task(fails(), name="fails")
    await asyncio.wait([task, failed])
    show(task)
    show(failed)


asyncio.run(main())
