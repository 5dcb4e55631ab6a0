import asyncio
import time


async def race(limit, release_after):
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    await lock.acquire()
    waiter = asyncio.create_task(asyncio.wait_for(lock.acquire(), limit))
    await asyncio.sleep(0)
    loop.call_later(release_after, lock.release)
    time.sleep(0.08)                    # both timers are overdue when the loop looks again
    try:
        print(await waiter, lock.locked())
    except TimeoutError:
        print("timeout", lock.locked())


async def main():
    await race(0.05, 0.02)
    await race(0.02, 0.05)


asyncio.run(main())
