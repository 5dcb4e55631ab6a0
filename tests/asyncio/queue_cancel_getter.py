import asyncio


async def main():
    queue = asyncio.Queue()
    log = []

    async def getter(name):
        log.append((name, await queue.get()))

    tasks = [asyncio.create_task(getter(n)) for n in "ABC"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    print(str(queue))
    queue.put_nowait(1)
    queue.put_nowait(2)
    await asyncio.wait(tasks)
    print(log, queue.qsize())


asyncio.run(main())
