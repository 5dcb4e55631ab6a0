import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def main():
    try:
        async with asyncio.timeout(0.02):
            await asyncio.gather(work("a"), work("b"))
    except TimeoutError:
        print("timeout of gather")
    try:
        async with asyncio.timeout(0.02):
            await asyncio.wait_for(work("c"), 1)
    except TimeoutError:
        print("timeout of wait_for")
    try:
        async with asyncio.timeout(1):
            await asyncio.wait_for(work("d"), 0.02)
    except TimeoutError:
        print("timeout by wait_for")
    try:
        async with asyncio.timeout(0.02):
            async with asyncio.TaskGroup() as group:
                group.create_task(work("e"))
                group.create_task(work("e"))
    except TimeoutError:
        print("timeout of a group")


asyncio.run(main())
