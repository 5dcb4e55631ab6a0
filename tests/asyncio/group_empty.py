import asyncio


async def main():
    asyncio.get_running_loop().call_soon(print, "a callback")
    async with asyncio.TaskGroup() as group:
        print(type(group).__name__)
    print("end of an empty group: no round in between")
    await asyncio.sleep(0)


asyncio.run(main())
