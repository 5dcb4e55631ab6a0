import asyncio


class Latch(asyncio.Event):
    """Set for ever."""

    def clear(self):
        print("cannot be cleared")

    def set(self):
        print("set, it was", self.is_set())
        super().set()

    async def wait(self):
        await super().wait()
        return "through"


async def main():
    latch = Latch()
    task = asyncio.create_task(latch.wait())
    await asyncio.sleep(0)
    latch.set()
    latch.clear()
    print(await task, await latch.wait(), latch.is_set())


asyncio.run(main())
