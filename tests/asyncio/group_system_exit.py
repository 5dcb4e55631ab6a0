import asyncio


async def leaver():
    await asyncio.sleep(0)
    raise SystemExit(3)


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("work ends")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
        group.create_task(leaver())


try:
    asyncio.run(main())
except BaseException as error:
    print(type(error).__name__, error.code)
