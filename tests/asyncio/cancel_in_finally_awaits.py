import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            print("first cleanup")
            await asyncio.sleep(10)
        finally:
            print("second cleanup")
            await asyncio.sleep(0.02)
            print("clean")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.02)
    task.cancel("one")
    await asyncio.sleep(0.02)
    task.cancel("two")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, error.__context__.args)


asyncio.run(main())
