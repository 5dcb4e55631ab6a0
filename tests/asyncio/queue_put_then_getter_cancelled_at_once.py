import asyncio


async def main():
    for put_first in True, False:
        queue = asyncio.Queue()
        log = []

        async def getter(name):
            try:
                log.append((name, await queue.get()))
            except asyncio.CancelledError:
                log.append((name, "cancelled"))
                raise

        a, b = [asyncio.create_task(getter(n)) for n in "AB"]
        await asyncio.sleep(0)
        if put_first:
            queue.put_nowait("item")
            a.cancel()
        else:
            a.cancel()
            queue.put_nowait("item")
        await asyncio.wait([a, b])
        print(put_first, log, queue.qsize())


asyncio.run(main())
