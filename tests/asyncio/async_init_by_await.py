import asyncio


class Model:
    """Awaiting the class's instance finishes its making."""

    def __init__(self, name):
        self.name, self.data = name, None

    def __await__(self):
        return self._load().__await__()

    async def _load(self):
        await asyncio.sleep(0.02)
        self.data = [self.name] * 2
        return self


async def main():
    model = await Model("m")
    print(model.data)
    a, b = await asyncio.gather(Model("a"), Model("b"))
    print(a.data, b.data)


asyncio.run(main())
