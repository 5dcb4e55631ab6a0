"""wait_for in time, wait_for too late, a timeout that runs out and one that is moved."""
import asyncio


async def answer(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    print(await asyncio.wait_for(answer(1), 2))
    try:
        await asyncio.wait_for(answer(3), 2)
    except TimeoutError:
        print("too late")
    try:
        async with asyncio.timeout(1):
            await answer(5)
    except TimeoutError:
        print("out of time")
    async with asyncio.timeout(1) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 3)
        await answer(2)


asyncio.run(main())
