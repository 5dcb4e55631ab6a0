import asyncio


async def heartbeat(beats):
    n = 0
    try:
        while True:
            beats.append(n)
            n += 1
            await asyncio.sleep(0.15)
    except asyncio.CancelledError:
        beats.append("stopped")
        raise


async def main():
    beats = []
    task = asyncio.create_task(heartbeat(beats), name="heart")
    await asyncio.sleep(0.375)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(task.get_name(), "cancelled:", task.cancelled())
    print(beats)


asyncio.run(main())
