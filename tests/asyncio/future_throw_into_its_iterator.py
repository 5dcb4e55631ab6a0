import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for args in ((ValueError,), (ValueError("instance"),), (ValueError, "text"), (list,), (ValueError("v"), "text"), (ValueError, None, 3)):
        steps = iter(future)
        try:
            steps.throw(*args)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    steps = iter(future)
    next(steps)
    steps.close()
    print(future.done())


asyncio.run(main())
