import asyncio


async def numbers():
    try:
        for n in range(10):
            yield n
    finally:
        print("generator closed")


async def watch():
    g = numbers()
    try:
        async for n in g:
            await asyncio.sleep(10)
    finally:
        print("body cancelled")
        await g.aclose()


async def main():
    task = asyncio.create_task(watch())
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.wait([task])


asyncio.run(main())
