import asyncio


async def main():
    for maxsize in 0, -1, 2, 1.5:
        queue = asyncio.Queue(maxsize)
        n = 0
        while not queue.full() and n < 4:
            queue.put_nowait(n)
            n += 1
        print(queue.maxsize, n, queue.full())
    try:
        queue.maxsize = 3
    except AttributeError as error:
        print(error)
    print(asyncio.Queue(maxsize=7).maxsize, asyncio.Queue().maxsize)


asyncio.run(main())
