import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    for done_first in False, True:
        task = asyncio.create_task(queue.join())
        await asyncio.sleep(0)
        if done_first:
            queue.task_done()
        task.cancel()
        await asyncio.wait([task])
        print(task.cancelled(), queue)


asyncio.run(main())
