import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(10) as scope:
            scope.reschedule(loop.time() + 0.02)
            await asyncio.sleep(5)
    except TimeoutError:
        print("sooner", scope.expired())
    async with asyncio.timeout(0.02) as scope:
        scope.reschedule(None)
        await asyncio.sleep(0.04)
        print("never", scope.when())
    try:
        async with asyncio.timeout(None) as scope:
            scope.reschedule(loop.time() - 1)
            print("in the past")
            await asyncio.sleep(0.04)
    except TimeoutError:
        print("at once", scope.expired())


asyncio.run(main())
