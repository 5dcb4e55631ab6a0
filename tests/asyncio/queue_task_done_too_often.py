import asyncio


async def main():
    queue = asyncio.Queue()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    queue.put_nowait("a")
    print(queue.task_done(), "before it was got")
    try:
        queue.task_done()
    except ValueError as error:
        print(error.args, queue.qsize())
    await queue.join()
    print("joined with", queue.qsize(), "in it")


asyncio.run(main())
