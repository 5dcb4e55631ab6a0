import asyncio
import sys


def fails():
    raise ZeroDivisionError("of the callback")


def handler(loop, context):
    print("handles", repr(sys.exc_info()[1]), sys.exc_info()[1] is context["exception"])
    try:
        raise KeyError("of the handler")
    except KeyError as error:
        print(repr(error.__context__))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    print(sys.exc_info())


asyncio.run(main())
