import asyncio


async def putter(name, queue):
    await queue.put(name)
    print(name, "put")


async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(putter(n, queue)) for n in "ABCD"]
    await asyncio.sleep(0)
    for _ in tasks:
        print("got", await queue.get())
    await asyncio.gather(*tasks)


asyncio.run(main())
