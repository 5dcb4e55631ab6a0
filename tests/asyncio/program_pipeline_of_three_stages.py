import asyncio

DONE = object()


async def stage(name, source, target, work):
    count = 0
    while (item := await source.get()) is not DONE:
        count += 1
        await target.put(await work(item))
    await target.put(DONE)
    return f"{name}: {count} items"


async def clean(line):
    await asyncio.sleep(0)
    return line.strip().lower()


async def split(line):
    return line.split()


async def count(words):
    await asyncio.sleep(0)
    return len(words)


async def feed(lines, target):
    for line in lines:
        await target.put(line)
    await target.put(DONE)


async def main():
    lines = ["  The chef ", "and THREE dishes", "", "wait for nothing at all "]
    queues = [asyncio.Queue(maxsize=1) for _ in range(4)]
    stages = [stage(f.__name__, queues[i], queues[i + 1], f) for i, f in enumerate((clean, split, count))]
    tasks = [asyncio.create_task(c) for c in (feed(lines, queues[0]), *stages)]
    while (item := await queues[-1].get()) is not DONE:
        print("words:", item)
    print(await asyncio.gather(*tasks))


asyncio.run(main())
