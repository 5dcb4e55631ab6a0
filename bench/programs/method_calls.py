"""Methods, inheritance, super() and properties."""


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        self._balance += amount
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self._balance -= amount
        return True


class Savings(Account):
    def __init__(self, owner, balance=0, rate=2):
        super().__init__(owner, balance)
        self.rate = rate

    def deposit(self, amount):
        return super().deposit(amount + amount * self.rate // 100)


def work(n):
    a = Account("a", 100)
    b = Savings("b", 100)
    refused = 0
    for i in range(n):
        a.deposit(i % 10)
        b.deposit(i % 10).deposit(1)
        if not a.withdraw(i % 12):
            refused += 1
        if not b.withdraw(i % 8):
            refused += 1
    return a.balance, b.balance, refused


print(work(400_000))
