import asyncio


async def split(numbers, lanes):
    for i, n in enumerate(numbers):
        await lanes[i % len(lanes)].put(n)
    for lane in lanes:
        await lane.put(None)


async def square(lane, merged):
    while (n := await lane.get()) is not None:
        await asyncio.sleep(0)
        await merged.put((n, n * n))
    await merged.put(None)


async def merge(merged, open_lanes):
    found = {}
    while open_lanes:
        item = await merged.get()
        if item is None:
            open_lanes -= 1
        else:
            found[item[0]] = item[1]
    return found


async def main():
    lanes = [asyncio.Queue(1) for _ in range(3)]
    merged = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(split(range(10), lanes))
        for lane in lanes:
            group.create_task(square(lane, merged))
        result = group.create_task(merge(merged, len(lanes)))
    print(result.result())


asyncio.run(main())
