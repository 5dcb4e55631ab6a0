import asyncio


async def main():
    queue = asyncio.Queue()
    log = []

    async def getter(name):
        try:
            log.append((name, await queue.get()))
        except asyncio.CancelledError:
            log.append((name, "cancelled"))

    a, b, c = [asyncio.create_task(getter(n)) for n in "ABC"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    queue.put_nowait(2)
    a.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log, queue)
    await asyncio.wait([a, b, c])
    print(log, queue)


asyncio.run(main())
