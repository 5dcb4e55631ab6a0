import asyncio


async def other():
    print("other")


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(other())
    await queue.join()
    print("nothing to wait for, nobody else ran")
    queue.put_nowait(1)
    queue.get_nowait()
    queue.task_done()
    await queue.join()
    print("again")
    await task


asyncio.run(main())
