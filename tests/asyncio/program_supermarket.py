import asyncio
import random
from collections import deque


class Checkout:
    def __init__(self, number):
        self.number, self.line, self.served = number, deque(), 0
        self.someone = asyncio.Event()

    async def work(self):
        while True:
            await self.someone.wait()
            customer, articles, paid = self.line.popleft()
            for _ in range(articles):
                await asyncio.sleep(0)
            self.served += articles
            paid.set_result(self.number)
            if not self.line:
                self.someone.clear()


async def customer(name, articles, checkouts):
    shortest = min(checkouts, key=lambda c: (len(c.line), c.number))
    paid = asyncio.get_running_loop().create_future()
    shortest.line.append((name, articles, paid))
    shortest.someone.set()
    return f"{name}: {articles} articles at {await paid}"


async def main():
    random.seed(2024)
    checkouts = [Checkout(n) for n in (1, 2, 3)]
    staff = [asyncio.create_task(c.work()) for c in checkouts]
    customers = []
    for i in range(9):
        customers.append(asyncio.create_task(customer(f"c{i}", random.randint(1, 6), checkouts)))
        if random.random() < 0.5:
            await asyncio.sleep(0)
    for text in asyncio.as_completed(customers):
        print(await text)
    print([c.served for c in checkouts])
    for s in staff:
        s.cancel()


asyncio.run(main())
