import asyncio
import heapq
import itertools


class Scheduler:
    """Runs jobs at their time, in one task, sleeping in between."""

    def __init__(self):
        self.heap, self.numbers = [], itertools.count()
        self.changed = asyncio.Event()

    def at(self, when, job, *args, every=None):
        heapq.heappush(self.heap, (when, next(self.numbers), every, job, args))
        self.changed.set()

    async def run(self, until):
        loop = asyncio.get_running_loop()
        start = loop.time()
        while self.heap and self.heap[0][0] <= until:
            when, _, every, job, args = self.heap[0]
            self.changed.clear()
            try:
                async with asyncio.timeout_at(start + when):
                    await self.changed.wait()
                continue                        # something came in: look again
            except TimeoutError:
                heapq.heappop(self.heap)
            job(*args)
            if every:
                self.at(when + every, job, *args, every=every)


async def main():
    scheduler, log = Scheduler(), []
    scheduler.at(0.05, log.append, "once at 50")
    scheduler.at(0.02, log.append, "tick", every=0.04)
    asyncio.get_running_loop().call_later(0.03, lambda: scheduler.at(0.08, log.append, "added late"))
    await scheduler.run(until=0.12)
    print(log)


asyncio.run(main())
