import asyncio


async def waiter(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            print("cancelled, and the lock is mine:", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel()
        await asyncio.sleep(0.02)
        print("still waiting for the lock:", not task.done())
    await asyncio.wait([task])
    print(task.cancelled(), condition.locked(), "waiters" in repr(condition))


asyncio.run(main())
