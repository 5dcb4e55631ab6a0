import asyncio


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    putter = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    print(queue.get_nowait(), queue.qsize(), putter.done())
    await asyncio.sleep(0)
    print(queue.qsize(), putter.done(), queue.get_nowait())


asyncio.run(main())
