import asyncio


async def nap():
    try:
        await asyncio.sleep(0.04)
        print("slept")
    except asyncio.CancelledError:
        print("woken early")
        await asyncio.sleep(0.06)
        print("slept after all")


async def main():
    task = asyncio.create_task(nap())
    await asyncio.sleep(0.02)
    task.cancel()
    await task


asyncio.run(main())
