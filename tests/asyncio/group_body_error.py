import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("work ends")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(work())
            await asyncio.sleep(0)
            raise RuntimeError("body")
    except ExceptionGroup as caught:
        print(repr(caught), task.cancelled())
    try:
        async with asyncio.TaskGroup() as group:
            raise RuntimeError("empty body")
    except ExceptionGroup as caught:
        print(repr(caught))


asyncio.run(main())
