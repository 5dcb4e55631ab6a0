import asyncio


async def waiter(condition):
    async with condition:
        try:
            print("woken", await condition.wait())
        except asyncio.CancelledError as error:
            print("cancelled", error.args, condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        await asyncio.sleep(0.02)
        for message in "first", "second":
            task.cancel(message)
            await asyncio.sleep(0.02)
            print("waits on:", not task.done())
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling(), condition.locked())


asyncio.run(main())
