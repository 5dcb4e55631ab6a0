import asyncio
import random


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = asyncio.Lock()


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"account {account.number} cannot pay {amount}")
        self.account = account


async def transfer(source, target, amount):
    # The locks are always taken in the order of the numbers, so no cycle can arise.
    first, second = sorted((source, target), key=lambda a: a.number)
    async with first.lock:
        await asyncio.sleep(0)
        async with second.lock:
            if source.balance < amount:
                raise InsufficientFunds(source, amount)
            source.balance -= amount
            await asyncio.sleep(0)
            target.balance += amount


async def main():
    random.seed(7)
    accounts = [Account(i, 100) for i in range(4)]
    orders = []
    for _ in range(30):
        a, b = random.sample(accounts, 2)
        orders.append((a, b, random.randint(10, 90)))
    results = await asyncio.gather(*(transfer(*o) for o in orders), return_exceptions=True)
    refused = [r for r in results if isinstance(r, InsufficientFunds)]
    print(f"{len(results) - len(refused)} transfers made, {len(refused)} refused")
    for r in refused[:3]:
        print("-", r)
    print([a.balance for a in accounts], "sum", sum(a.balance for a in accounts))


asyncio.run(main())
