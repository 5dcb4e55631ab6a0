import asyncio


async def race(release_first):
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    await lock.acquire()
    when = loop.time() + 0.02
    if release_first:
        loop.call_at(when, lock.release)
    try:
        async with asyncio.timeout_at(when) as limit:
            if not release_first:
                loop.call_at(when, lock.release)
            await lock.acquire()
        print("got it", lock.locked(), limit.expired())
    except TimeoutError:
        print("too late", lock.locked(), limit.expired())


async def main():
    await race(True)
    await race(False)


asyncio.run(main())
