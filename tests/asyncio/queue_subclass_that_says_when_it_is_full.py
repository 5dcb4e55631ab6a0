import asyncio


class Weighted(asyncio.Queue):
    """Holds items up to a total weight."""

    def full(self):
        return sum(self._queue) >= self.maxsize > 0

    def empty(self):
        return not self._queue or self._queue[0] == 0

    def qsize(self):
        return 100 + len(self._queue)


async def main():
    queue = Weighted(10)
    for weight in 3, 4, 5:
        await queue.put(weight)
    print(queue.full(), queue.qsize())
    try:
        queue.put_nowait(1)
    except asyncio.QueueFull:
        print("full")
    putter = asyncio.create_task(queue.put(1))
    await asyncio.sleep(0)
    print(await queue.get(), putter.done())
    await putter
    print(queue)
    none = Weighted()
    none.put_nowait(0)
    try:
        none.get_nowait()
    except asyncio.QueueEmpty:
        print("a zero does not count")


asyncio.run(main())
