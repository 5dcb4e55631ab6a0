import asyncio


async def who():
    return asyncio.current_task()


async def main():
    me = asyncio.current_task()
    print(await asyncio.wait_for(who(), None) is me)
    print(await asyncio.wait_for(who(), 1) is me)


asyncio.run(main())
