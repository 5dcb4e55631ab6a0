import asyncio


async def work():
    await asyncio.sleep(0.02)
    return 1


async def main():
    coroutine = work()
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    print(await task)


asyncio.run(main())
