import asyncio


def chain(source, target):
    def copy(future):
        if target.cancelled():
            return
        if future.cancelled():
            target.cancel()
        elif future.exception():
            target.set_exception(future.exception())
        else:
            target.set_result(future.result())

    source.add_done_callback(copy)


async def main():
    loop = asyncio.get_running_loop()
    for act in (
        lambda future: future.set_result("result"),
        lambda future: future.set_exception(ValueError("error")),
        lambda future: future.cancel(),
    ):
        source, target = loop.create_future(), loop.create_future()
        chain(source, target)
        loop.call_later(0.02, act, source)
        try:
            print(await target)
        except (ValueError, asyncio.CancelledError) as error:
            print(repr(error))


asyncio.run(main())
