import asyncio


async def main():
    for maxsize in None, "3", [1]:
        queue = asyncio.Queue(maxsize)
        try:
            await queue.put("item")
        except TypeError as error:
            print(error)
        print(queue.empty(), queue)


asyncio.run(main())
