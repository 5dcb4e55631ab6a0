import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    order = []

    async def worker(name):
        try:
            await lock.acquire()
            order.append(name)
            lock.release()
        except asyncio.CancelledError:
            order.append("no " + name)
            raise

    a, b, c = [asyncio.create_task(worker(n)) for n in "abc"]
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    b.cancel()
    await asyncio.wait([a, b, c])
    print(order, lock.locked())


asyncio.run(main())
