import asyncio


class Logged(asyncio.Queue):
    async def put(self, item):
        print("put", item)
        await super().put(item)

    async def get(self):
        item = await super().get()
        print("get", item)
        return item

    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)

    def get_nowait(self):
        item = super().get_nowait()
        print("get_nowait", item)
        return item


async def main():
    queue = Logged(1)
    await asyncio.gather(queue.put("a"), queue.put("b"), queue.get(), queue.get())


asyncio.run(main())
