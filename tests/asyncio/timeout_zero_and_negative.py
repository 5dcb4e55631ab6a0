import asyncio


async def main():
    for delay in (0, -1):
        try:
            async with asyncio.timeout(delay):
                print("entered")
                await asyncio.sleep(10)
                print("not here")
        except TimeoutError:
            print("timeout")
        try:
            async with asyncio.timeout(delay) as scope:
                print("nothing is awaited")
        except TimeoutError:
            print("timeout")
        print(scope.expired())


asyncio.run(main())
