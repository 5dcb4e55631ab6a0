import asyncio


class Stream(asyncio.Queue):
    END = object()

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.get()
        if item is self.END:
            self.put_nowait(item)
            raise StopAsyncIteration
        return item


async def main():
    stream = Stream(2)

    async def feed():
        for n in range(5):
            await stream.put(n)
        await stream.put(Stream.END)

    async def read(name):
        return name, [n async for n in stream]

    print(await asyncio.gather(feed(), read("a"), read("b")))


asyncio.run(main())
