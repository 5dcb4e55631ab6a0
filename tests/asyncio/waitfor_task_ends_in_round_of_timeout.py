import asyncio
import time


async def work(delay):
    try:
        await asyncio.sleep(delay)
        print("slept")
        return "done"
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    for delay, timeout in ((0.02, 0.04), (0.04, 0.02)):
        loop.call_soon(loop.call_soon, time.sleep, 0.08)
        try:
            print(await asyncio.wait_for(work(delay), timeout))
        except TimeoutError:
            print("timeout")


asyncio.run(main())
