import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup begins")
        await asyncio.sleep(0.04)
        print("cleanup ends")


async def main():
    try:
        await asyncio.wait_for(work(), 0.02)
    except TimeoutError:
        print("timeout after the cleanup")


asyncio.run(main())
