import asyncio


async def ticker():
    n = 0
    try:
        while True:
            await asyncio.sleep(0.05)
            yield n
            n += 1
    except asyncio.CancelledError:
        print("cancelled in the generator")
        raise
    finally:
        print("generator over")


async def watch():
    async for n in ticker():
        print("tick", n)


async def main():
    task = asyncio.create_task(watch())
    await asyncio.sleep(0.075)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
