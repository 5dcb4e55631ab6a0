import asyncio


async def main():
    asyncio.current_task().cancel("by myself")
    print("still here")
    await asyncio.sleep(0)
    print("not here")


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("cancelled", error.args)
