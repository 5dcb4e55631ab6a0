import asyncio
import random

THINGS = {"tobacco", "paper", "matches"}


class Table:
    def __init__(self):
        self.things, self.changed = frozenset(), asyncio.Condition()

    async def put(self, things):
        async with self.changed:
            await self.changed.wait_for(lambda: not self.things)
            self.things = frozenset(things)
            print("on the table:", *sorted(things))
            self.changed.notify_all()

    async def take(self, own):
        async with self.changed:
            await self.changed.wait_for(lambda: self.things == THINGS - {own})
            self.things = frozenset()
            self.changed.notify_all()


async def smoker(own, table):
    count = 0
    try:
        while True:
            await table.take(own)
            count += 1
            print(f"  the one with {own} smokes")
    except asyncio.CancelledError:
        return own, count


async def main():
    random.seed(11)
    table = Table()
    smokers = [asyncio.create_task(smoker(t, table)) for t in sorted(THINGS)]
    for _ in range(5):
        await table.put(random.sample(sorted(THINGS), 2))
    await asyncio.sleep(0.02)
    for s in smokers:
        s.cancel()
    print(await asyncio.gather(*smokers))


asyncio.run(main())
