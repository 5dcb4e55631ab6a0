import asyncio


async def stubborn(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("stubborn", n)
        return n


async def main():
    future = asyncio.gather(stubborn(1), stubborn(2))
    await asyncio.sleep(0)
    future.cancel()
    try:
        print(await future)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
