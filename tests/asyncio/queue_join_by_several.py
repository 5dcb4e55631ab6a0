import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("a")
    queue.put_nowait("b")

    async def joiner(name):
        await queue.join()
        print(name, "joined")

    tasks = [asyncio.create_task(joiner(n)) for n in "XYZ"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    for _ in range(2):
        print("take", await queue.get())
        queue.task_done()
        await asyncio.sleep(0)
    print([t.cancelled() for t in tasks])


asyncio.run(main())
