import asyncio


async def worker(queue):
    while True:
        depth = await queue.get()
        print("depth", depth)
        if depth < 3:
            queue.put_nowait(depth + 1)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(0)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    print("all done")
    task.cancel()


asyncio.run(main())
