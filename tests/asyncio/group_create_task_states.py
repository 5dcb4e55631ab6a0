import asyncio


async def work():
    pass


async def attempt(group):
    coroutine = work()
    try:
        group.create_task(coroutine)
        print("created")
    except RuntimeError as error:
        print(str(error).replace(repr(group), "GROUP"))
        coroutine.close()


async def main():
    group = asyncio.TaskGroup()
    await attempt(group)
    async with group:
        await attempt(group)
    await attempt(group)
    try:
        async with group:
            print("not entered")
    except RuntimeError as error:
        print(str(error).replace(repr(group), "GROUP"))


asyncio.run(main())
