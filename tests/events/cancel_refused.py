"""A task that is cancelled goes on all the same, and takes the cancellation back."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
        await asyncio.sleep(1)
    return "done all the same"


async def main():
    task = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(1)
    task.cancel()
    print(await task)


asyncio.run(main())
