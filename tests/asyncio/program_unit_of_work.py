import asyncio
from contextvars import ContextVar

current = ContextVar("current", default=None)


class UnitOfWork:
    def __init__(self, name, store):
        self.name, self.store, self.changes = name, store, {}

    async def __aenter__(self):
        self.token = current.set(self)
        return self

    async def __aexit__(self, kind, error, traceback):
        current.reset(self.token)
        if kind is None:
            self.store.update(self.changes)
        print(f"{self.name}: {'rolled back' if kind else 'committed'} {self.changes}")
        return kind is ValueError


async def change(key, value):
    await asyncio.sleep(0)
    if value < 0:
        raise ValueError(value)
    current.get().changes[key] = value


async def work(name, store, **changes):
    async with UnitOfWork(name, store):
        for key, value in changes.items():
            await change(key, value)


async def main():
    store = {}
    await asyncio.gather(work("A", store, x=1, y=2), work("B", store, x=5, z=-1), work("C", store, w=3))
    print(store, current.get())


asyncio.run(main())
