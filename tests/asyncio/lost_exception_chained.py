import asyncio


async def fail():
    try:
        {}["salt"]
    except KeyError as error:
        raise ValueError("no salt") from error


async def main():
    asyncio.create_task(fail(), name="chained")
    await asyncio.sleep(0.02)
    print("main ends")


asyncio.run(main())
