import asyncio
import time


def heavy():
    time.sleep(0.1)
    return "heavy is done"


async def ticker(log):
    for n in range(3):
        log.append(n)
        await asyncio.sleep(0.02)


async def main():
    log = []
    before = time.monotonic()
    result, _ = await asyncio.gather(asyncio.to_thread(heavy), ticker(log))
    passed = time.monotonic() - before
    print(result, log, 0.09 < passed < 0.3)


asyncio.run(main())
