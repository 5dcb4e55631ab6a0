import asyncio


class Connection:
    opened = 0

    def __init__(self, name):
        self.name = name

    @classmethod
    async def create(cls, name):
        await asyncio.sleep(0)
        cls.opened += 1
        return cls(name)

    @staticmethod
    async def ping():
        return "pong"

    @property
    async def status(self):
        await asyncio.sleep(0)
        return f"{self.name} is fine"

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        type(self).opened -= 1


class Secure(Connection):
    @classmethod
    async def create(cls, name):
        return await super().create("secure " + name)


async def main():
    for kind in Connection, Secure:
        async with await kind.create("db") as c:
            print(type(c).__name__, c.name, await c.ping(), await c.status, kind.opened)
    print(Connection.opened, Secure.opened)


asyncio.run(main())
