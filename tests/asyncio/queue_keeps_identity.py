import asyncio


async def main():
    queue = asyncio.Queue()
    plate = ["soup"]
    for _ in range(2):
        queue.put_nowait(plate)
    first, second = await queue.get(), await queue.get()
    first.append("spoon")
    print(first is plate, second is first, second)
    queue.put_nowait(None)
    print(await queue.get())


asyncio.run(main())
