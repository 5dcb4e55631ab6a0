"""time.sleep holds up everybody: the other task's timer is long due."""
import asyncio
import time


async def stares():
    time.sleep(3)


async def sleeps():
    await asyncio.sleep(1)
    print("late")


async def main():
    await asyncio.gather(sleeps(), stares())


asyncio.run(main())
