import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_at(now + 0.03, print, "b")
    loop.call_at(now + 0.01, print, "a")
    loop.call_at(now + 0.05, print, "c")
    time.sleep(0.1)
    loop.call_soon(print, "was ready")
    await asyncio.sleep(0)
    print("main, second round")
    await asyncio.sleep(0)
    print("main, third round")


asyncio.run(main())
