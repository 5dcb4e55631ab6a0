import asyncio
from contextlib import AsyncExitStack


class Resource:
    def __init__(self, name, fails=False):
        self.name, self.fails = name, fails

    async def __aenter__(self):
        if self.fails:
            raise OSError(f"{self.name} cannot be opened")
        print("open ", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("close", self.name, "after" if kind else "", kind.__name__ if kind else "")


async def open_all(*resources):
    async with AsyncExitStack() as stack:
        opened = [await stack.enter_async_context(r) for r in resources]
        return opened, stack.pop_all()          # all or nothing


async def main():
    try:
        await open_all(Resource("a"), Resource("b"), Resource("c", fails=True))
    except OSError as error:
        print("->", error)
    opened, stack = await open_all(Resource("x"), Resource("y"))
    async with stack:
        print("using", [r.name for r in opened])


asyncio.run(main())
