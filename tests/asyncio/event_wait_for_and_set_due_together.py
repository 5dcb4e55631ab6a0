import asyncio
import time


async def race(limit, set_after):
    event = asyncio.Event()
    waiter = asyncio.create_task(asyncio.wait_for(event.wait(), limit))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(set_after, event.set)
    time.sleep(0.08)
    try:
        print("woken", await waiter)
    except TimeoutError:
        print("timeout", event.is_set())


async def main():
    await race(0.05, 0.02)
    await race(0.02, 0.05)


asyncio.run(main())
