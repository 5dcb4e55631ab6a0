import asyncio


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    tasks = [asyncio.create_task(queue.put(n)) for n in "ABC"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0)
    print(queue)
    print([await queue.get() for _ in range(3)])
    print([t.cancelled() for t in tasks], queue)


asyncio.run(main())
