import asyncio


async def ticker(name, pause, n):
    for i in range(n):
        await asyncio.sleep(pause)
        yield f"{name}{i}"


async def merge(*sources):
    queue, end = asyncio.Queue(), object()

    async def pump(source):
        try:
            async for item in source:
                await queue.put(item)
        finally:
            await queue.put(end)

    tasks = [asyncio.create_task(pump(s)) for s in sources]
    left = len(tasks)
    try:
        while left:
            item = await queue.get()
            if item is end:
                left -= 1
            else:
                yield item
    finally:
        for task in tasks:
            task.cancel()


async def azip(*sources):
    iterators = [aiter(s) for s in sources]
    while True:
        try:
            yield tuple([await anext(i) for i in iterators])
        except StopAsyncIteration:
            return


async def main():
    print([x async for x in merge(ticker("slow", 0.2, 2), ticker("fast", 0.06, 2))])
    print([x async for x in azip(ticker("a", 0.02, 3), ticker("b", 0.01, 2))])


asyncio.run(main())
