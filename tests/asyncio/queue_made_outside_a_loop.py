import asyncio

queue = asyncio.Queue(2)
queue.put_nowait("before")
print(queue.qsize(), queue.full())


async def main():
    queue.put_nowait("inside")
    print(await queue.get(), await queue.get())


asyncio.run(main())
print(queue.empty())
