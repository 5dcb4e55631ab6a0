import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, print, "timer")
    loop.call_soon(print, "soon 1")
    time.sleep(0.03)
    loop.call_soon(print, "soon 2")
    await asyncio.sleep(0)
    print("main")
    loop.call_soon(print, "soon 3")
    await asyncio.sleep(0)
    print("main again")


asyncio.run(main())
