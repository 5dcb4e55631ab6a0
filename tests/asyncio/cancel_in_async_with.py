import asyncio


class Room:
    async def __aenter__(self):
        print("enter")
        return self

    async def __aexit__(self, kind, error, traceback):
        print("leave by", kind.__name__ if kind else None)
        await asyncio.sleep(0.02)
        print("left")
        return False


async def work():
    async with Room():
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
