import asyncio


async def producer(queue):
    for n in range(5):
        print("put", n, "full" if queue.full() else "")
        await queue.put(n)
    print("producer done")


async def main():
    queue = asyncio.Queue(maxsize=2)
    task = asyncio.create_task(producer(queue))
    for _ in range(5):
        await asyncio.sleep(0.02)
        print("got", await queue.get())
    await task


asyncio.run(main())
