import asyncio

SITE = {
    "/": ["/menu", "/about", "/"],
    "/menu": ["/soup", "/fish", "/"],
    "/about": ["/team", "/missing"],
    "/team": ["/about", "/menu"],
    "/soup": [], "/fish": ["/soup"],
}


class Crawler:
    def __init__(self, start, workers=2):
        self.todo = asyncio.Queue()
        self.seen, self.broken, self.order = set(), [], []
        self.workers = workers
        self.add(start)

    def add(self, url):
        if url not in self.seen:
            self.seen.add(url)
            self.todo.put_nowait(url)

    async def fetch(self, url):
        await asyncio.sleep(0)
        if url not in SITE:
            raise LookupError(404)
        return SITE[url]

    async def worker(self):
        while True:
            url = await self.todo.get()
            try:
                for link in await self.fetch(url):
                    self.add(link)
                self.order.append(url)
            except LookupError as error:
                self.broken.append((url, error.args[0]))
            finally:
                self.todo.task_done()

    async def run(self):
        workers = [asyncio.create_task(self.worker()) for _ in range(self.workers)]
        await self.todo.join()
        for w in workers:
            w.cancel()
        return self.order, self.broken


for n in 1, 2, 3:
    print(*asyncio.run(Crawler("/", n).run()))
