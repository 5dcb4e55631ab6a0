import asyncio


async def waits():
    try:
        await asyncio.sleep(10)
    finally:
        print("waits no longer")


async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(1)
    raise ValueError("of main")


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
