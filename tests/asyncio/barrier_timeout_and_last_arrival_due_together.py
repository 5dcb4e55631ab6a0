import asyncio
import time


async def race(limit, arrival):
    barrier = asyncio.Barrier(2)

    async def late():
        await asyncio.sleep(arrival)
        return await barrier.wait()

    early = asyncio.create_task(asyncio.wait_for(barrier.wait(), limit))
    other = asyncio.create_task(late())
    await asyncio.sleep(0)
    time.sleep(0.1)
    done, pending = await asyncio.wait([early, other], timeout=0.04)
    print([type(t.exception() or t.result()).__name__ if t.done() else "waits" for t in (early, other)],
          barrier.n_waiting)
    for task in pending:
        task.cancel()


async def main():
    await race(0.08, 0.02)
    await race(0.02, 0.08)


asyncio.run(main())
