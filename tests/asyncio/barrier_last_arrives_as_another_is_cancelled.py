import asyncio


async def main():
    for cancel_first in True, False:
        barrier = asyncio.Barrier(2)
        a = asyncio.create_task(barrier.wait())
        await asyncio.sleep(0)
        if cancel_first:
            a.cancel()
        b = asyncio.create_task(barrier.wait())
        if not cancel_first:
            await asyncio.sleep(0)
            a.cancel()
        done, pending = await asyncio.wait([a, b], timeout=0.02)
        print(cancel_first, a.cancelled(), b.done() and b.result(), barrier.n_waiting, barrier.broken)
        for task in pending:
            task.cancel()


asyncio.run(main())
