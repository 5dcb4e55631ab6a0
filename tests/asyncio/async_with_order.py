import asyncio


class Door:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        await asyncio.sleep(0)
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("close", self.name, kind, error, traceback)


async def main():
    async with Door("front") as a, Door("back") as b:
        print("inside", a, b)
        async with Door("cellar"):
            print("below")
    async with (
        Door("one") as first,
        Door("two"),
    ):
        print(first)


asyncio.run(main())
