import asyncio

queue = asyncio.Queue()
print(bool(queue))
for use in len, iter, list:
    try:
        use(queue)
    except TypeError as error:
        print(error)


async def main():
    try:
        async for item in queue:
            pass
    except TypeError as error:
        print(error)
    try:
        await queue.put_nowait(1)
    except TypeError as error:
        print(error, queue.qsize())
    try:
        queue.put()
    except TypeError as error:
        print(error)


asyncio.run(main())
