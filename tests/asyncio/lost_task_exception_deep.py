import asyncio


def prepare(n):
    return 10 // n


async def cook(n):
    await asyncio.sleep(0)
    return prepare(n)


async def serve():
    return await cook(0)


async def main():
    asyncio.create_task(serve(), name="serve")
    await asyncio.sleep(0.02)
    print("main ends")


asyncio.run(main())
