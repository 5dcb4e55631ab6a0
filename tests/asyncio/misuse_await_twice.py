import asyncio


async def work():
    return 1


async def main():
    coroutine = work()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    task = asyncio.create_task(coroutine)
    try:
        await task
    except RuntimeError as error:
        print(error)


asyncio.run(main())
