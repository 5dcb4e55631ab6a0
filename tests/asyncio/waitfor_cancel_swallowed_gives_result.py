import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
        return "late result"


async def main():
    try:
        print(await asyncio.wait_for(work(), 0.02))
    except TimeoutError:
        print("timeout")


asyncio.run(main())
