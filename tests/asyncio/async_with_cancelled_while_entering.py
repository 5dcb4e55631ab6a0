import asyncio


class Slow:
    async def __aenter__(self):
        try:
            await asyncio.sleep(10)
        finally:
            print("never entered")

    async def __aexit__(self, *args):
        print("so never left")


async def main():
    async def visit():
        async with Slow():
            print("inside")

    task = asyncio.create_task(visit())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
