import asyncio
import re


def show(thing):
    print(re.sub(r"(?<=at )\S*/", "", str(thing)))


async def fails():
    raise ValueError("burnt")


def handler(loop, context):
    print(sorted(context))
    for line in context["source_traceback"][-1:]:
        print(type(line).__name__ != "")


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.Future(loop=loop)
    show(future)
    show(loop.call_soon(show, "called"))
    task = loop.create_task(asyncio.sleep(0))
    show(re.sub(r"coro=<[^>]*>", "", repr(task)))
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_debug(False)
    show(asyncio.Future(loop=loop))
    show(future)


asyncio.run(main(), debug=True)
