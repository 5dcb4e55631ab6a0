import asyncio


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        try:
            got = yield self.value
            print("got", got)
        except RuntimeError as error:
            print("RuntimeError", str(error).split(" in task")[0])


def generator():
    yield


async def wrap(value):
    await Yields(value)


async def main():
    for value in None, 5, "text", generator():
        await asyncio.create_task(wrap(value))


asyncio.run(main())
