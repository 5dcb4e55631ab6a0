import asyncio


async def main():
    async with asyncio.timeout(0.02) as scope:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("swallowed", asyncio.current_task().cancelling())
        await asyncio.sleep(0.04)
        print("goes on")
    print(scope.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
