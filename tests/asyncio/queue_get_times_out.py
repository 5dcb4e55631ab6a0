import asyncio


async def main():
    queue = asyncio.Queue()
    try:
        await asyncio.wait_for(queue.get(), 0.02)
    except TimeoutError:
        print("no item", queue)
    queue.put_nowait("late")
    print(await asyncio.wait_for(queue.get(), 0.02))
    full = asyncio.Queue(1)
    full.put_nowait(1)
    try:
        async with asyncio.timeout(0.02):
            await full.put(2)
    except TimeoutError:
        print("no room", full)


asyncio.run(main())
