import asyncio
from contextlib import asynccontextmanager


class ReadWriteLock:
    """Many readers or one writer; a waiting writer keeps new readers out."""

    def __init__(self):
        self.condition = asyncio.Condition()
        self.readers = 0
        self.writing = False
        self.writers_waiting = 0

    @asynccontextmanager
    async def read(self):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing and not self.writers_waiting)
            self.readers += 1
        try:
            yield
        finally:
            async with self.condition:
                self.readers -= 1
                self.condition.notify_all()

    @asynccontextmanager
    async def write(self):
        async with self.condition:
            self.writers_waiting += 1
            await self.condition.wait_for(lambda: not self.writing and not self.readers)
            self.writers_waiting -= 1
            self.writing = True
        try:
            yield
        finally:
            async with self.condition:
                self.writing = False
                self.condition.notify_all()


async def reader(name, lock, page):
    async with lock.read():
        print(f"{name} reads {page['text']!r} with {lock.readers} reader(s)")
        await asyncio.sleep(0.04)
        print(f"{name} leaves")


async def writer(name, lock, page):
    async with lock.write():
        print(f"{name} writes, {lock.readers} reader(s)")
        await asyncio.sleep(0.06)
        page["text"] += "+" + name


async def main():
    lock, page = ReadWriteLock(), {"text": "draft"}
    first = [asyncio.create_task(reader(f"R{i}", lock, page)) for i in range(2)]
    await asyncio.sleep(0.01)
    w = asyncio.create_task(writer("W", lock, page))
    await asyncio.sleep(0.01)
    late = asyncio.create_task(reader("R9", lock, page))
    await asyncio.gather(*first, w, late)
    print(page)


asyncio.run(main())
