import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance

    async def withdraw(self, amount):
        balance = self.balance              # read
        await asyncio.sleep(0)              # somebody else runs here
        self.balance = balance - amount     # write what is out of date


class SafeAccount(Account):
    def __init__(self, balance):
        super().__init__(balance)
        self.lock = asyncio.Lock()

    async def withdraw(self, amount):
        async with self.lock:
            await super().withdraw(amount)


async def customer(account, times):
    for _ in range(times):
        await account.withdraw(10)


async def main():
    for kind in Account, SafeAccount:
        account = kind(1000)
        await asyncio.gather(*(customer(account, 5) for _ in range(4)))
        lost = account.balance - 800
        print(f"{kind.__name__:<12} balance {account.balance:>5}, lost updates: {lost // 10}")


asyncio.run(main())
