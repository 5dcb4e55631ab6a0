import asyncio


class Noisy:
    """Not an asyncio.Lock, but it has what a condition needs."""

    def __init__(self):
        self.lock = asyncio.Lock()

    async def acquire(self):
        print("acquire")
        return await self.lock.acquire()

    def release(self):
        print("release")
        self.lock.release()

    def locked(self):
        return self.lock.locked()


async def main():
    condition = asyncio.Condition(Noisy())

    async def waiter():
        async with condition:
            print("wait", await condition.wait())

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    await task


asyncio.run(main())
