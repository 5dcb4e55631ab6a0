import asyncio


class CountDownLatch:
    def __init__(self, count):
        self.count = count
        self.condition = asyncio.Condition()

    async def count_down(self):
        async with self.condition:
            self.count -= 1
            if self.count <= 0:
                self.condition.notify_all()

    async def wait(self):
        async with self.condition:
            return await self.condition.wait_for(lambda: self.count <= 0)


class CyclicGate:
    """Opened and closed; counts who came through."""

    def __init__(self):
        self.event, self.passed = asyncio.Event(), 0

    async def __aenter__(self):
        await self.event.wait()
        self.passed += 1

    async def __aexit__(self, *args):
        return False


async def main():
    latch, gate, log = CountDownLatch(3), CyclicGate(), []

    async def runner(name):
        async with gate:
            log.append(name)
            await latch.count_down()

    runners = [asyncio.create_task(runner(n)) for n in "ABC"]
    await asyncio.sleep(0)
    print(log, latch.count)
    gate.event.set()
    print(await latch.wait(), log, gate.passed)
    await asyncio.gather(*runners)


asyncio.run(main())
