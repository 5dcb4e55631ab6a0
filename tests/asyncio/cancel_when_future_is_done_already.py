import asyncio


async def waiter(future):
    try:
        print("got", await future)
        await asyncio.sleep(0)
        print("one round further")
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result("result")
    print(task.cancel("after the result"))
    await asyncio.wait([task])
    print(task.cancelled(), future.cancelled())


asyncio.run(main())
