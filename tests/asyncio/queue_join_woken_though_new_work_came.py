import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("a")

    async def joiner():
        await queue.join()
        print("join is over, size", queue.qsize())

    task = asyncio.create_task(joiner())
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.task_done()
    queue.put_nowait("b")
    await task


asyncio.run(main())
