import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    await queue.put((1, {"name": "tea"}))
    try:
        await queue.put((1, {"name": "soup"}))
    except TypeError as error:
        print(error)
    print(queue.qsize(), await queue.get())
    try:
        await queue.put("text")
        await queue.put(1)
    except TypeError as error:
        print(error)


asyncio.run(main())
