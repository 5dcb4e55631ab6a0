import asyncio


class Bare:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        try:
            yield self.future
        except RuntimeError as error:
            print(str(error).split(" in task")[0], "|", str(error).split("> ")[-1])


async def main():
    future = asyncio.get_running_loop().create_future()
    await Bare(future)
    print(future.done())


asyncio.run(main())
