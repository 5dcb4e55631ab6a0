import asyncio


async def gen():
    try:
        yield 1
    finally:
        raise ValueError("at shutdown")


async def main():
    g = gen()
    await anext(g)
    asyncio.get_running_loop().set_exception_handler(handler)
    return g


def handler(loop, context):
    print(context["message"].split(" <")[0])
    print(repr(context["exception"]), sorted(context))


g = asyncio.run(main())
