"""A task is cancelled while it stands in line; it tidies up."""
import asyncio


async def waits(lock):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        print("no longer")
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waits(lock))
    await asyncio.sleep(0)
    task.cancel("closing time")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error)
    lock.release()


asyncio.run(main())
