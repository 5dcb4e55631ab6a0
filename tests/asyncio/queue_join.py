import asyncio


async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.02)
        print("done with", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for n in range(3):
        queue.put_nowait(n)
    task = asyncio.create_task(worker(queue))
    print("join:", await queue.join())
    print("joined", queue.qsize())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
