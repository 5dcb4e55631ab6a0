import asyncio


async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError as error:
        print(name, error.args)
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "abc"]
    await asyncio.sleep(0)
    print(future.cancel("all of you"))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results], [task.cancelled() for task in tasks])


asyncio.run(main())
