import asyncio


class Counter:
    lock = asyncio.Lock()
    total = 0

    def __init__(self, name):
        self.name = name

    async def add(self, log):
        async with self.lock:
            before = Counter.total
            await asyncio.sleep(0)
            Counter.total = before + 1
            log.append(self.name)


async def main():
    log = []
    counters = [Counter(n) for n in "ab"]
    await asyncio.gather(*(c.add(log) for c in counters * 3))
    print(log, Counter.total, counters[0].lock is counters[1].lock)


asyncio.run(main())
