import asyncio


async def main():
    loop = asyncio.get_running_loop()
    scope = asyncio.Timeout(loop.time() + 0.02)
    try:
        async with scope as entered:
            print(entered is scope)
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
