import asyncio


class Counted(asyncio.Lock):
    def __init__(self):
        super().__init__()
        self.taken = 0

    async def acquire(self):
        result = await super().acquire()
        self.taken += 1
        return result

    def release(self):
        print("release after", self.taken)
        super().release()


async def worker(lock):
    async with lock:
        await asyncio.sleep(0)


async def main():
    lock = Counted()
    await asyncio.gather(*(worker(lock) for _ in range(3)))
    print(lock.taken, lock.locked(), isinstance(lock, asyncio.Lock))


asyncio.run(main())
