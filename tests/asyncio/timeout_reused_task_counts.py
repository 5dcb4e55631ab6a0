import asyncio


async def main():
    me = asyncio.current_task()
    for n in range(4):
        try:
            async with asyncio.timeout(0.02):
                await asyncio.sleep(10)
        except TimeoutError:
            print(n, me.cancelling())
    await asyncio.sleep(0)
    print("never cancelled for good")


asyncio.run(main())
