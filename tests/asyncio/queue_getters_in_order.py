import asyncio


async def getter(name, queue):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(n, queue)) for n in "ABC"]
    await asyncio.sleep(0)
    for n in range(3):
        await queue.put(n)
    print("put all three")
    await asyncio.gather(*tasks)


asyncio.run(main())
