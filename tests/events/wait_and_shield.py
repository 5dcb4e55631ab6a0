"""wait for the first, as_completed, and a shield that keeps its task from being cancelled."""
import asyncio


async def cook(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    tasks = [asyncio.create_task(cook(seconds)) for seconds in (2, 1)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for next_one in asyncio.as_completed(tasks):
        print(await next_one)
    task = asyncio.create_task(cook(2))
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print("out of time, but", await task)


asyncio.run(main())
