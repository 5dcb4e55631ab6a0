import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon_threadsafe(print, "safe", 1)
    loop.call_soon(print, "soon", 2)
    loop.call_soon_threadsafe(print, "safe", 3).cancel()
    print(type(handle).__name__, handle.cancelled())
    await asyncio.sleep(0)


asyncio.run(main())
