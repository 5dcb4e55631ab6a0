import asyncio


async def nothing():
    print("nothing runs")


async def fail():
    raise ValueError("v")


async def late(group):
    try:
        await asyncio.sleep(10)
    finally:
        coroutine = nothing()
        try:
            group.create_task(coroutine)
        except RuntimeError as error:
            print(str(error).split("<")[0], str(error).split("> ")[-1])
            coroutine.close()


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(late(group))
            group.create_task(fail())
    except* ValueError as caught:
        print(caught.exceptions)


asyncio.run(main())
