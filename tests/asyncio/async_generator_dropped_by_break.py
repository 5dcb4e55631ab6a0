import asyncio


async def gen():
    try:
        for i in range(5):
            yield i
    finally:
        await asyncio.sleep(0)
        print("finally")


async def main():
    async for i in gen():
        print(i)
        break
    print("after break")
    await asyncio.sleep(0.02)
    print("end of main")


asyncio.run(main())
