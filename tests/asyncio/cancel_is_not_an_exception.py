import asyncio


async def careless():
    while True:
        try:
            await asyncio.sleep(10)
        except Exception:
            print("not caught by except Exception")


async def main():
    task = asyncio.create_task(careless())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
