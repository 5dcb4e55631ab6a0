import asyncio
from contextlib import asynccontextmanager


class Connection:
    made = 0

    def __init__(self):
        Connection.made += 1
        self.number = Connection.made
        self.queries = 0

    async def query(self, text):
        self.queries += 1
        await asyncio.sleep(0)
        if "bad" in text:
            raise ValueError(f"connection {self.number}: syntax error in {text!r}")
        return f"{text} by {self.number}"


class Pool:
    def __init__(self, most):
        self.most, self.free = most, asyncio.LifoQueue()

    @asynccontextmanager
    async def acquire(self):
        if self.free.empty() and Connection.made < self.most:
            connection = Connection()
        else:
            connection = await self.free.get()
        try:
            yield connection
        finally:
            self.free.put_nowait(connection)


async def client(pool, text):
    async with pool.acquire() as connection:
        return await connection.query(text)


async def main():
    pool = Pool(2)
    texts = ["select 1", "bad 2", "select 3", "select 4", "bad 5"]
    for result in await asyncio.gather(*(client(pool, t) for t in texts), return_exceptions=True):
        print(result)
    print("made", Connection.made, "free", pool.free.qsize())
    while not pool.free.empty():
        c = pool.free.get_nowait()
        print(c.number, c.queries)


asyncio.run(main())
