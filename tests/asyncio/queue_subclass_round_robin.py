import asyncio
from collections import OrderedDict, deque


class Fair(asyncio.Queue):
    """Takes from each customer in turn."""

    def _init(self, maxsize):
        self.lines = OrderedDict()
        self._queue = deque()           # only its length counts

    def _put(self, item):
        self.lines.setdefault(item[0], deque()).append(item)
        self._queue.append(item)

    def _get(self):
        self._queue.pop()
        name, line = self.lines.popitem(last=False)
        item = line.popleft()
        if line:
            self.lines[name] = line
        return item


async def main():
    queue = Fair()
    for item in "a1 a2 a3 b1 c1 b2".split():
        await queue.put(item)
    print([await queue.get() for _ in range(queue.qsize())])


asyncio.run(main())
