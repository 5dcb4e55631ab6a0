import asyncio


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        print("_init", maxsize)
        self._queue = []
        self.seen = set()

    def _put(self, item):
        if item in self.seen:
            print("seen", item)
            return
        self.seen.add(item)
        self._queue.append(item)

    def _get(self):
        return self._queue.pop(0)


async def main():
    queue = Unique(2)
    for item in "aaba":
        if queue.full():
            print("full before", item)
            break
        await queue.put(item)
    print(queue.qsize(), queue)
    print(await queue.get(), await queue.get(), queue.empty(), queue)


asyncio.run(main())
