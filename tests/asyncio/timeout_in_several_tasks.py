import asyncio


async def work(n):
    try:
        async with asyncio.timeout(0.04 * n):
            await asyncio.sleep(0.1)
            return f"{n} in time"
    except TimeoutError:
        return f"{n} too late"


async def main():
    print(await asyncio.gather(*(work(n) for n in range(1, 6))))


asyncio.run(main())
