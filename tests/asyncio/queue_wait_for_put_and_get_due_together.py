import asyncio
import time


async def race(limit, get_after):
    queue = asyncio.Queue(1)
    queue.put_nowait("old")
    putter = asyncio.create_task(asyncio.wait_for(queue.put("new"), limit))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(get_after, queue.get_nowait)
    time.sleep(0.08)
    try:
        print("put", await putter, queue)
    except TimeoutError:
        print("timeout", queue)


async def main():
    await race(0.05, 0.02)
    await race(0.02, 0.05)


asyncio.run(main())
