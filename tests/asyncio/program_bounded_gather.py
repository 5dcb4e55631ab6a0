import asyncio


async def bounded_gather(limit, *coroutines):
    semaphore = asyncio.Semaphore(limit)

    async def run(coroutine):
        async with semaphore:
            return await coroutine

    return await asyncio.gather(*map(run, coroutines))


async def bounded_map(limit, function, items):
    """Yields the results in the order of the items, never more than `limit` under way."""
    under_way = []
    for item in items:
        under_way.append(asyncio.create_task(function(item)))
        if len(under_way) == limit:
            yield await under_way.pop(0)
    for task in under_way:
        yield await task


active = most = 0


async def work(n):
    global active, most
    active += 1
    most = max(most, active)
    for _ in range(n % 3):
        await asyncio.sleep(0)
    active -= 1
    return n * 10


async def main():
    global most
    print(await bounded_gather(3, *map(work, range(8))), most)
    most = 0
    print([r async for r in bounded_map(2, work, range(6))], most)


asyncio.run(main())
