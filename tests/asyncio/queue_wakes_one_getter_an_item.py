import asyncio


async def main():
    queue = asyncio.Queue()
    runs = []

    async def getter(name):
        runs.append(f"{name} wants")
        item = await queue.get()
        runs.append(f"{name} got {item}")

    tasks = [asyncio.create_task(getter(n)) for n in "ABC"]
    await asyncio.sleep(0)
    for n in range(3):
        queue.put_nowait(n)
        await asyncio.sleep(0)
        runs.append("-")
    await asyncio.gather(*tasks)
    print(runs)


asyncio.run(main())
