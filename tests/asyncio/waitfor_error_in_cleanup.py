import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def main():
    try:
        await asyncio.wait_for(work(), 0.02)
    except (TimeoutError, ValueError) as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
