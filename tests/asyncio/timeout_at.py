import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.03
    try:
        async with asyncio.timeout_at(when) as scope:
            print(scope.when() == when)
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout", -0.001 < loop.time() - when < 0.2)
    async with asyncio.timeout_at(None) as scope:
        print(scope.when())
    try:
        async with asyncio.timeout_at(loop.time() - 10):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("not here")
    except TimeoutError:
        print("past")


asyncio.run(main())
