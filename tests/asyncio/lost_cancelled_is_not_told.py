import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    del task
    future = asyncio.get_running_loop().create_future()
    future.cancel()
    del future
    print("main ends")


asyncio.run(main())
