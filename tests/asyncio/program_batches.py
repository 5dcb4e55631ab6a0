import asyncio


class Batcher:
    """Collects items; flushes when there are enough or when the first has waited long enough."""

    def __init__(self, size, patience):
        self.size, self.patience = size, patience
        self.queue, self.flushed = asyncio.Queue(), []

    async def run(self):
        over = False
        while not over:
            batch = [await self.queue.get()]
            try:
                async with asyncio.timeout(self.patience):
                    while len(batch) < self.size and batch[-1] is not None:
                        batch.append(await self.queue.get())
                why = "full"
            except TimeoutError:
                why = "late"
            if batch[-1] is None:
                over, why = True, "end"
                batch.pop()
            self.flushed.append((why, batch))


async def main():
    batcher = Batcher(3, 0.06)
    task = asyncio.create_task(batcher.run())
    for i in range(5):
        batcher.queue.put_nowait(i)
    await asyncio.sleep(0.12)
    batcher.queue.put_nowait("x")
    batcher.queue.put_nowait(None)
    await task
    print(*batcher.flushed, sep="\n")


asyncio.run(main())
