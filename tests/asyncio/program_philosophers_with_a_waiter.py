import asyncio


class Table:
    def __init__(self, seats):
        self.forks = [asyncio.Lock() for _ in range(seats)]
        self.waiter = asyncio.Semaphore(seats - 1)
        self.eating = set()

    async def eat(self, seat):
        async with self.waiter:
            async with self.forks[seat], self.forks[(seat + 1) % len(self.forks)]:
                self.eating.add(seat)
                neighbours = {(seat - 1) % len(self.forks), (seat + 1) % len(self.forks)}
                assert not self.eating & neighbours
                await asyncio.sleep(0.02)
                self.eating.remove(seat)


async def philosopher(seat, table, meals):
    for _ in range(2):
        await table.eat(seat)
        meals[seat] += 1


async def main():
    table = Table(5)
    meals = dict.fromkeys(range(5), 0)
    async with asyncio.timeout(5):
        async with asyncio.TaskGroup() as group:
            for seat in meals:
                group.create_task(philosopher(seat, table, meals))
    print(meals, table.eating, table.waiter.locked())


asyncio.run(main())
