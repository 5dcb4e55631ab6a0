import asyncio


async def fail():
    await asyncio.sleep(0.02)
    raise ValueError("child")


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("work cancelled", error.args)
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            other = group.create_task(work())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("body cancelled", error.args)
                raise
    except* ValueError as caught:
        print(repr(caught), caught.message, caught.exceptions)
    print(other.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())
