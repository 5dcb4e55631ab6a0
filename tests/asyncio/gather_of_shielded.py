import asyncio


async def work(name):
    await asyncio.sleep(0.04)
    print(name, "ends")
    return name


async def main():
    kept = asyncio.create_task(work("kept"))
    outer = asyncio.gather(asyncio.shield(kept), work("dropped"))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("gather is cancelled")
    print(await kept)


asyncio.run(main())
