import asyncio


class Weighted(asyncio.Semaphore):
    async def acquire_many(self, n):
        for _ in range(n):
            await self.acquire()

    def release(self, n=1):
        for _ in range(n):
            super().release()


async def main():
    semaphore = Weighted(3)

    async def worker(name, weight):
        await semaphore.acquire_many(weight)
        print(name, "holds", weight)
        await asyncio.sleep(0.02 * weight)
        semaphore.release(weight)

    await asyncio.gather(worker("big", 3), worker("small", 1), worker("middle", 2))
    print(semaphore.locked())


asyncio.run(main())
