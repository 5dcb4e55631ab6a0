import asyncio


async def other():
    print("other runs")


async def main():
    event = asyncio.Event()
    event.set()
    task = asyncio.create_task(other())
    for i in range(2):
        print(i, await event.wait())
    await task


asyncio.run(main())
