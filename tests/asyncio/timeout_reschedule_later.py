import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.06) as scope:
        await asyncio.sleep(0.02)
        scope.reschedule(loop.time() + 1)
        await asyncio.sleep(0.06)
        print("past the first deadline")
    print(scope.expired())


asyncio.run(main())
