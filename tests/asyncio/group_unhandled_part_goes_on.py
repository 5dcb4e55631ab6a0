import asyncio


async def cook(error):
    raise error


async def inner():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(cook(KeyError("k")))
            group.create_task(cook(ValueError("v")))
    except* KeyError as caught:
        print("inner:", caught.exceptions)


async def main():
    try:
        await inner()
    except ExceptionGroup as caught:
        print("outer:", repr(caught), caught.subgroup(ValueError) is not None)


asyncio.run(main())
