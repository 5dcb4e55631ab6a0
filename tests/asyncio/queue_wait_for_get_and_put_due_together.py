import asyncio
import time


async def race(limit, put_after):
    queue = asyncio.Queue()
    getter = asyncio.create_task(asyncio.wait_for(queue.get(), limit))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(put_after, queue.put_nowait, "item")
    time.sleep(0.08)
    try:
        print("got", await getter, queue)
    except TimeoutError:
        print("timeout", queue)


async def main():
    await race(0.05, 0.02)
    await race(0.02, 0.05)


asyncio.run(main())
