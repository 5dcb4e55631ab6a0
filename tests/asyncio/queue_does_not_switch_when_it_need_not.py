import asyncio


async def other():
    print("other")


async def main():
    queue = asyncio.Queue(2)
    task = asyncio.create_task(other())
    for n in range(3):
        await queue.put(n)
        print("main", await queue.get())
    await task


asyncio.run(main())
