import asyncio


async def work():
    pass


async def attempt(*args, **options):
    try:
        await asyncio.wait(*args, **options)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


async def main():
    task = asyncio.create_task(work())
    coroutine = work()
    await attempt([])
    await attempt(task)
    await attempt(coroutine)
    await attempt([coroutine])
    await attempt([task], return_when="LATER")
    await attempt([task], return_when=None)
    await attempt(3)
    await asyncio.wait([task])
    await coroutine
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)


asyncio.run(main())
