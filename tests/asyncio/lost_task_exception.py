import asyncio


async def fail():
    raise ValueError("nobody looks")


async def main():
    asyncio.create_task(fail(), name="lost")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
