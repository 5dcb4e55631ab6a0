import asyncio


async def main():
    for put_first in True, False:
        queue = asyncio.Queue()
        getter = asyncio.create_task(queue.get())
        await asyncio.sleep(0)
        if put_first:
            queue.put_nowait("item")
            getter.cancel()
        else:
            getter.cancel()
            queue.put_nowait("item")
        await asyncio.wait([getter])
        print(getter.cancelled(), queue, await queue.get())


asyncio.run(main())
