import asyncio


def handler(loop, context):
    print("handler:", context["message"])


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    try:
        await asyncio.gather(fail(0, ValueError("first")), fail(0.02, KeyError("second")))
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0.05)
    print("nothing is told of the second")


asyncio.run(main())
