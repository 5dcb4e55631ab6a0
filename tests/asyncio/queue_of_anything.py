import asyncio


async def job(n):
    return n * n


async def main():
    queue = asyncio.Queue()
    for item in None, [], ValueError("as an item"), job, job(3), asyncio.sleep(0, "slept"):
        queue.put_nowait(item)
    print(await queue.get(), await queue.get(), repr(await queue.get()))
    print(await (await queue.get())(2), await (await queue.get()), await (await queue.get()))


asyncio.run(main())
