import asyncio
import re

barrier = asyncio.Barrier(2)


async def meet():
    results = await asyncio.gather(barrier.wait(), barrier.wait(), return_exceptions=True)
    print([re.sub("0x[0-9a-f]+", "0x…", str(r)) for r in results])


async def first_loop():
    await meet()


async def second_loop():
    task = asyncio.create_task(barrier.wait())
    await asyncio.wait([task], timeout=0.02)
    if task.done():
        print(re.sub("0x[0-9a-f]+", "0x…", str(task.exception())))


asyncio.run(first_loop())
asyncio.run(second_loop())
