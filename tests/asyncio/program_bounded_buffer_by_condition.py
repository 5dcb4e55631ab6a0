import asyncio
from collections import deque


class Buffer:
    def __init__(self, size):
        self.items, self.size = deque(), size
        lock = asyncio.Lock()
        self.not_full, self.not_empty = asyncio.Condition(lock), asyncio.Condition(lock)

    async def put(self, item):
        async with self.not_full:
            while len(self.items) >= self.size:
                await self.not_full.wait()
            self.items.append(item)
            self.not_empty.notify()

    async def get(self):
        async with self.not_empty:
            while not self.items:
                await self.not_empty.wait()
            item = self.items.popleft()
            self.not_full.notify()
            return item


async def main():
    buffer, log = Buffer(2), []

    async def producer(name):
        for i in range(3):
            await buffer.put(f"{name}{i}")
            log.append(f"+{name}{i}")

    async def consumer(n):
        for _ in range(n):
            log.append(f"-{await buffer.get()}")

    await asyncio.gather(producer("a"), producer("b"), consumer(4), consumer(2))
    print(*log)
    put, got = ([x[1:] for x in log if x[0] == sign] for sign in "+-")
    print(len(buffer.items), put == got)


asyncio.run(main())
