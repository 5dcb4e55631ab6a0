import asyncio


class Shield:
    def __init__(self, *swallowed):
        self.swallowed = swallowed

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("exit", kind.__name__, error, traceback is error.__traceback__)
        return issubclass(kind, self.swallowed)


async def main():
    async with Shield(ValueError):
        raise ValueError("swallowed")
    try:
        async with Shield(KeyError), Shield(IndexError):
            raise ValueError("passes both")
    except ValueError as error:
        print("out:", error)


asyncio.run(main())
