import asyncio


class NoExit:
    async def __aenter__(self):
        print("never")


class PlainEnter:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        print("never")


class PlainExit:
    async def __aenter__(self):
        print("entered")

    def __aexit__(self, *args):
        return None


class Synchronous:
    def __enter__(self):
        print("never")

    def __exit__(self, *args):
        pass


async def main():
    for thing in 5, NoExit(), PlainEnter(), PlainExit(), Synchronous():
        try:
            async with thing:
                print("inside")
        except TypeError as error:
            print(error)


asyncio.run(main())
