import asyncio


async def other():
    print("other runs")


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(other())
    for i in range(3):
        async with lock:
            print("main", i)
    await task


asyncio.run(main())
