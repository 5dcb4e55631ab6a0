import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    waiters = [asyncio.create_task(lock.acquire(), name=f"w{i}") for i in range(3)]
    await asyncio.sleep(0)
    for w in waiters:
        w.cancel()
    lock.release()
    print("taken before they noticed:", await lock.acquire(), [w.done() for w in waiters])
    await asyncio.wait(waiters)
    print([w.cancelled() for w in waiters], lock.locked())


asyncio.run(main())
