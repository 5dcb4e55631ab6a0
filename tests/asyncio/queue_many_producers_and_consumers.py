import asyncio


async def producer(name, queue, n):
    for i in range(n):
        await queue.put(f"{name}{i}")


async def consumer(name, queue, log):
    while (item := await queue.get()) is not None:
        log.append(f"{name}:{item}")
        await asyncio.sleep(0)


async def main():
    queue, log = asyncio.Queue(2), []
    consumers = [asyncio.create_task(consumer(n, queue, log)) for n in "xyz"]
    await asyncio.gather(*(producer(n, queue, 4) for n in "abc"))
    for _ in consumers:
        await queue.put(None)
    await asyncio.gather(*consumers)
    print(*log)


asyncio.run(main())
