import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        for n in range(3):
            await asyncio.sleep(0.02)
            print("cleaning", n)


async def main():
    asyncio.create_task(stubborn())
    await asyncio.sleep(0)


asyncio.run(main())
print("end")
