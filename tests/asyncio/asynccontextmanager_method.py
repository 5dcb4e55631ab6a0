import asyncio
from contextlib import asynccontextmanager


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = asyncio.Lock()

    @asynccontextmanager
    async def transaction(self):
        async with self.lock:
            before = self.balance
            try:
                yield self
            except Exception as error:
                self.balance = before
                print("rolled back:", error)
                raise


async def main():
    account = Account()
    async with account.transaction() as a:
        a.balance -= 30
    try:
        async with account.transaction():
            account.balance -= 500
            raise ValueError("not enough")
    except ValueError:
        pass
    print(account.balance, account.lock.locked())


asyncio.run(main())
