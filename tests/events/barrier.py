"""Three meet at a barrier of three; then it is aborted under one that waits."""
import asyncio


async def meet(tray, seconds):
    await asyncio.sleep(seconds)
    try:
        print(await tray.wait())
    except asyncio.BrokenBarrierError:
        print("broken")


async def main():
    tray = asyncio.Barrier(3)
    await asyncio.gather(*(meet(tray, seconds) for seconds in (1, 2, 3)))
    late = asyncio.create_task(meet(tray, 0))
    await asyncio.sleep(1)
    await tray.abort()
    await late


asyncio.run(main())
