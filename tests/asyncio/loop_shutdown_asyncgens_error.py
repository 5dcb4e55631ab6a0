import asyncio


def handler(loop, context):
    print(context["message"].split("<")[0], repr(context["exception"]), sorted(context))


async def count():
    try:
        yield 1
    finally:
        raise OSError("cannot close")


async def main(kept):
    print(await kept.__anext__())


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
kept = count()
loop.run_until_complete(main(kept))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
