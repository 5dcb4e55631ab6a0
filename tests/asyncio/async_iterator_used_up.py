import asyncio


class Once:
    def __init__(self, *items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration("nothing left")
        item = self.items.pop(0)
        if isinstance(item, Exception):
            raise item
        return item


async def main():
    it = Once(1, 2, KeyError("between"), 3)
    try:
        print([x async for x in it])
    except KeyError as error:
        print("failed:", error)
    print("goes on:", [x async for x in it], [x async for x in it])
    try:
        await anext(it)
    except StopAsyncIteration as error:
        print(error, hasattr(error, "value"), issubclass(StopAsyncIteration, Exception))


asyncio.run(main())
