import asyncio
import time


def nap(delay, name):
    time.sleep(delay)
    return name


async def main():
    loop = asyncio.get_running_loop()
    before = time.monotonic()
    futures = [loop.run_in_executor(None, nap, delay, name) for delay, name in ((0.12, "c"), (0.04, "a"), (0.08, "b"))]
    for future in asyncio.as_completed(futures):
        print(await future)
    print(0.1 < time.monotonic() - before < 0.22)


asyncio.run(main())
