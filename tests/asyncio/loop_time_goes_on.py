import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(0.1)
    passed = loop.time() - before
    print(type(passed).__name__, 0.099 < passed < 0.3)
    before = loop.time()
    time.sleep(0.05)
    print(0.049 < loop.time() - before < 0.2)
    print(abs(loop.time() - time.monotonic()) < 0.05)


asyncio.run(main())
