import asyncio


async def cook(n):
    pass


async def main():
    for n in range(3):
        cook(n)
    await cook(4)
    print("end")


asyncio.run(main())
