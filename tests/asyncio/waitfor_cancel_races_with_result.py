import asyncio


async def waiter(future):
    try:
        print("result", await asyncio.wait_for(future, 5))
    except asyncio.CancelledError:
        print("cancelled")


async def main():
    loop = asyncio.get_running_loop()
    for order in ("result first", "cancel first"):
        print(order)
        future = loop.create_future()
        task = asyncio.create_task(waiter(future))
        await asyncio.sleep(0)
        if order == "result first":
            future.set_result(1)
            task.cancel()
        else:
            task.cancel()
            print(future.cancelled())
            if not future.done():
                future.set_result(2)
        await asyncio.wait([task])
        print(task.cancelled(), future)


asyncio.run(main())
