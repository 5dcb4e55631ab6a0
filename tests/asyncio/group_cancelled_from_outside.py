import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("a child ends")


async def grouped(in_body):
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
        group.create_task(work())
        if in_body:
            try:
                await asyncio.sleep(10)
            finally:
                print("body ends")


async def main():
    for in_body in (True, False):
        task = asyncio.create_task(grouped(in_body))
        await asyncio.sleep(0.02)
        task.cancel("outside")
        try:
            await task
        except asyncio.CancelledError as error:
            print("cancelled", error.args, task.cancelled())


asyncio.run(main())
