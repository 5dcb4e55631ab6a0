import asyncio


async def fail():
    raise ValueError("child")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("swallowed", asyncio.current_task().cancelling())
            await asyncio.sleep(0.02)
            print("body goes on to its end")
    except* ValueError as caught:
        print(caught.exceptions, asyncio.current_task().cancelling())


asyncio.run(main())
