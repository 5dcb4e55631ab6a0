import asyncio


async def main():
    semaphore = asyncio.Semaphore(0)
    order = []

    async def worker(name):
        try:
            await semaphore.acquire()
            order.append(name)
        except asyncio.CancelledError:
            order.append("no " + name)
            raise

    tasks = [asyncio.create_task(worker(n)) for n in "abcd"]
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    tasks[0].cancel()
    tasks[1].cancel()
    await asyncio.wait(tasks[:2])
    await asyncio.sleep(0)
    print(order, [t.done() for t in tasks], semaphore.locked())
    semaphore.release()
    await asyncio.wait(tasks)
    print(order, semaphore.locked())


asyncio.run(main())
