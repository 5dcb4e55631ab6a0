import asyncio


async def ticks():
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(0.02)
    except asyncio.CancelledError:
        print("generator is cancelled at", n > 0)
        raise
    finally:
        print("generator ends")


async def consume():
    async for n in ticks():
        if n < 2:
            print("tick", n)


async def main():
    task = asyncio.create_task(consume())
    await asyncio.sleep(0.07)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
