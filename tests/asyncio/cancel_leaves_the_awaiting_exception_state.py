import asyncio


async def work(seen):
    try:
        try:
            raise KeyError("first trouble")
        except KeyError:
            await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        seen.append(repr(error.__context__))
        raise


async def main():
    seen = []
    task = asyncio.create_task(work(seen))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(seen)


asyncio.run(main())
