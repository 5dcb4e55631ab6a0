import asyncio


class Faulty:
    def __init__(self, enter=None, exit=None):
        self.enter, self.exit = enter, exit

    async def __aenter__(self):
        if self.enter:
            raise self.enter
        print("entered")

    async def __aexit__(self, *args):
        print("exit called with", args[1])
        if self.exit:
            raise self.exit


async def attempt(manager, inside=None):
    try:
        async with manager:
            if inside:
                raise inside
    except Exception as error:
        print(repr(error), "context:", repr(error.__context__))


async def main():
    await attempt(Faulty(enter=ValueError("in")))
    await attempt(Faulty(exit=ValueError("out")))
    await attempt(Faulty(exit=ValueError("out")), KeyError("inside"))


asyncio.run(main())
