import asyncio
import time


def slow():
    time.sleep(0.06)
    return "result"


async def work():
    try:
        return await asyncio.to_thread(slow)
    except asyncio.CancelledError:
        print("cancelled while the thread works on")
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
