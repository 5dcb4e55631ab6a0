import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("work is cancelled", error.args)
        raise


async def main():
    try:
        await asyncio.wait_for(work(), 0.02)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, error.args, type(error.__cause__).__name__)
    print(asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
