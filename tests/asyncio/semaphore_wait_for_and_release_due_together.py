import asyncio
import time


async def race(limit, release_after):
    semaphore = asyncio.Semaphore(0)
    waiter = asyncio.create_task(asyncio.wait_for(semaphore.acquire(), limit))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(release_after, semaphore.release)
    time.sleep(0.08)
    try:
        print("got it", await waiter, semaphore.locked())
    except TimeoutError:
        print("timeout", semaphore.locked())


async def main():
    await race(0.05, 0.02)
    await race(0.02, 0.05)


asyncio.run(main())
