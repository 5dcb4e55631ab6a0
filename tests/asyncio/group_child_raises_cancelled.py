import asyncio


async def gives_up():
    raise asyncio.CancelledError("of its own")


async def work():
    await asyncio.sleep(0.02)
    return "whole"


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(gives_up())
        second = group.create_task(work())
    print(first.cancelled(), second.result())
    try:
        async with asyncio.TaskGroup() as group:
            third = group.create_task(asyncio.sleep(10))
            raise asyncio.CancelledError("body")
    except asyncio.CancelledError as error:
        print("cancelled", error.args, third.cancelled())


asyncio.run(main())
