"""The timer of a sleep that was cancelled is gone when its task has heard of it, and with it its place:
in which order timers of one moment ring depends on that."""
import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)


async def ring(count, early):
    loop = asyncio.get_running_loop()
    when, rung = loop.time() + 1, []
    naps = [asyncio.create_task(nap(0.1 if i < early else 2)) for i in range(4)]
    await asyncio.sleep(0)
    for task in naps:
        task.cancel()
    await asyncio.sleep(0)
    for name in "abcdefgh"[:count]:
        loop.call_at(when, rung.append, name)
        await asyncio.sleep(0)
    await asyncio.sleep(2)
    print(count, early, "".join(rung))


async def main():
    for count in range(2, 9):
        for early in range(5):
            await ring(count, early)


asyncio.run(main())
