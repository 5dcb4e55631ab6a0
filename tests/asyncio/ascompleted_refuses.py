import asyncio


async def work():
    return 1


async def main():
    coroutine = work()
    task = asyncio.create_task(work())
    for wrong in (coroutine, task):
        try:
            for future in asyncio.as_completed(wrong):
                pass
        except TypeError as error:
            print(error)
    try:
        list(asyncio.as_completed([3]))
    except TypeError as error:
        print(error)
    await coroutine
    await task
    print("end")


asyncio.run(main())
