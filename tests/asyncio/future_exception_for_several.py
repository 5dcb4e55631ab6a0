import asyncio


async def waiter(name, future):
    try:
        await future
    except ValueError as error:
        print(name, repr(error))
        raise KeyError(name) from error


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "ab"]
    await asyncio.sleep(0)
    error = ValueError("shared")
    future.set_exception(error)
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(results, [result.__cause__ is error for result in results])


asyncio.run(main())
