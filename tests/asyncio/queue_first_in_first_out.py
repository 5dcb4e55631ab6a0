import asyncio


async def main():
    queue = asyncio.Queue()
    for item in "abc":
        print("put:", await queue.put(item), queue.qsize())
    queue.put_nowait("d")
    while not queue.empty():
        print(await queue.get(), queue.qsize())


asyncio.run(main())
