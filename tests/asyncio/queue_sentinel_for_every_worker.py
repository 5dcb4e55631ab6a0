import asyncio

STOP = object()


async def worker(name, queue):
    count = 0
    while True:
        item = await queue.get()
        if item is STOP:
            queue.put_nowait(STOP)      # for the next one
            return name, count
        count += 1
        await asyncio.sleep(0)


async def main():
    queue = asyncio.Queue()
    for n in range(7):
        queue.put_nowait(n)
    queue.put_nowait(STOP)
    print(await asyncio.gather(*(worker(n, queue) for n in "ABC")))
    print(queue.qsize(), queue.get_nowait() is STOP)


asyncio.run(main())
