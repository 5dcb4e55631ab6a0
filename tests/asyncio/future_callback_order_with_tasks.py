import asyncio


async def waiter(name, future):
    await future
    print("task", name)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback 1"))
    a = asyncio.create_task(waiter("a", future))
    b = asyncio.create_task(waiter("b", future))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback 2"))
    future.set_result(None)
    await asyncio.gather(a, b)


asyncio.run(main())
