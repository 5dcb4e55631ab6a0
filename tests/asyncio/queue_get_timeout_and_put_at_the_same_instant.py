import asyncio


async def race(put_first):
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    when = loop.time() + 0.02
    if put_first:
        loop.call_at(when, queue.put_nowait, "item")
    try:
        async with asyncio.timeout_at(when):
            if not put_first:
                loop.call_at(when, queue.put_nowait, "item")
            print("got", await queue.get())
    except TimeoutError:
        print("timeout", queue)


async def main():
    await race(True)
    await race(False)


asyncio.run(main())
