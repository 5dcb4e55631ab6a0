import asyncio


async def main():
    async with asyncio.timeout(1) as scope:
        await asyncio.sleep(0.02)
        print(scope.expired(), type(scope).__name__)
    print(scope.expired())
    async with asyncio.timeout(None) as scope:
        await asyncio.sleep(0)
    print(scope.expired(), scope.when())


asyncio.run(main())
