"""One child fails: the group cancels the other and raises both together."""
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise ValueError("burnt")


async def works():
    await asyncio.sleep(5)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(works())
            group.create_task(fails())
    except* ValueError as errors:
        print(errors.exceptions)


asyncio.run(main())
