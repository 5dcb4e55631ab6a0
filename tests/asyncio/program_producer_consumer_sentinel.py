import asyncio


async def producer(queue, n):
    for i in range(1, n + 1):
        await asyncio.sleep(0.02)
        print(f"[producer] makes item {i}")
        await queue.put(i)
    await queue.put(None)
    print("[producer] done")


async def consumer(queue):
    total = 0
    while True:
        item = await queue.get()
        if item is None:
            break
        print(f"  [consumer] eats item {item}")
        total += item
    print("  [consumer] total:", total)
    return total


async def main():
    queue = asyncio.Queue()
    _, total = await asyncio.gather(producer(queue, 4), consumer(queue))
    assert total == 10


asyncio.run(main())
