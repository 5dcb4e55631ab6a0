import asyncio


async def cook():
    print("never")


async def main():
    cook()
    print("main ends")


asyncio.run(main())
