import asyncio


async def leaver():
    raise KeyboardInterrupt("by hand")


async def main():
    asyncio.create_task(leaver())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("interrupted", error.args)
