import asyncio


class Room:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        print("tidying up after", kind.__name__)
        await asyncio.sleep(0.02)
        print("tidy")


async def visit():
    async with Room():
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(visit())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
