import asyncio


class Own(Exception):
    def __init__(self, text="default"):
        super().__init__(text)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(Own)
    print(repr(future.exception()))
    future = loop.create_future()
    for wrong in (StopIteration, StopIteration(3), "text", 3, None, int):
        try:
            future.set_exception(wrong)
        except TypeError as error:
            print(error)
    future.set_exception(Own("given"))
    try:
        await future
    except Own as error:
        print(error, error is future.exception())


asyncio.run(main())
