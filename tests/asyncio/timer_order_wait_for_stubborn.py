"""A wait_for that is cancelled, or over, keeps its timer until what it waits for has ended: in which order
timers of one moment ring depends on that."""
import asyncio


async def stubborn(seconds):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        await asyncio.sleep(seconds)


async def ring(count, patience):
    loop = asyncio.get_running_loop()
    rung = []
    waits = [asyncio.create_task(asyncio.wait_for(stubborn(0.5), patience)) for _ in range(4)]
    await asyncio.sleep(0)
    for task in waits[::2]:
        task.cancel()
    await asyncio.sleep(0.1)
    when = loop.time() + 2
    for name in "abcdefgh"[:count]:
        loop.call_at(when, rung.append, name)
        await asyncio.sleep(0)
    await asyncio.sleep(3)
    done = await asyncio.gather(*waits, return_exceptions=True)
    print(count, patience, "".join(rung), [type(e).__name__ for e in done])


async def main():
    for count in range(2, 9):
        for patience in (0.05, 0.3, 1, 4):
            await ring(count, patience)


asyncio.run(main())
