import asyncio


async def waiter(name, future):
    print(name, "waits")
    print(name, await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "abc"]
    await asyncio.sleep(0)
    future.set_result("the dish")
    print("result is set, nobody has it yet")
    late = asyncio.create_task(waiter("late", future))
    await asyncio.gather(*tasks, late)
    print("at once:", await future)


asyncio.run(main())
