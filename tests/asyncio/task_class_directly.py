import asyncio


async def work():
    await asyncio.sleep(0)
    return 1


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.Task(work())
    print(task.get_loop() is loop, isinstance(task, asyncio.Future), asyncio.isfuture(task))
    print(await task)
    print(await asyncio.Task(work(), loop=loop, name="own"))
    for wrong in (work, 3, None):
        try:
            asyncio.Task(wrong)
        except TypeError as error:
            print(str(error).split("<")[0])


asyncio.run(main())
