import asyncio


async def race(release_first):
    loop = asyncio.get_running_loop()
    semaphore = asyncio.Semaphore(0)
    when = loop.time() + 0.02
    if release_first:
        loop.call_at(when, semaphore.release)
    try:
        async with asyncio.timeout_at(when):
            if not release_first:
                loop.call_at(when, semaphore.release)
            print("got it", await semaphore.acquire())
    except TimeoutError:
        print("timeout, free:", not semaphore.locked())


async def main():
    await race(True)
    await race(False)


asyncio.run(main())
