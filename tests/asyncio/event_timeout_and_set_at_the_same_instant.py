import asyncio


async def race(set_first):
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    when = loop.time() + 0.02
    if set_first:
        loop.call_at(when, event.set)
    try:
        async with asyncio.timeout_at(when):
            if not set_first:
                loop.call_at(when, event.set)
            print("woken", await event.wait())
    except TimeoutError:
        print("timeout", event.is_set())


async def main():
    await race(True)
    await race(False)


asyncio.run(main())
