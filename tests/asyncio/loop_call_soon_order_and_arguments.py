import asyncio


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    for n in range(5):
        loop.call_soon(seen.append, n)
    print(seen)
    await asyncio.sleep(0)
    print(seen)
    loop.call_soon(print, "several", "arguments", 3)
    loop.call_soon(lambda: print("no argument"))
    await asyncio.sleep(0)


asyncio.run(main())
