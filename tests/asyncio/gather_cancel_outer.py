import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def main():
    tasks = [asyncio.create_task(work(name)) for name in "abc"]
    future = asyncio.gather(*tasks)
    await asyncio.sleep(0)
    print(future.cancel("stop"), future.cancelled(), future.done())
    try:
        await future
    except asyncio.CancelledError as error:
        print("main:", error.args)
    print([task.cancelled() for task in tasks], future.cancelled())
    print(future.cancel())


asyncio.run(main())
