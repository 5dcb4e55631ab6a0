class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.missing = needed - available


class Account:
    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def __str__(self):
        return f"{self.owner}: {self.balance:,.2f} €"


a = Account("Zoé", 100)
a.deposit(50.5)
try:
    a.withdraw(500)
except InsufficientFunds as e:
    print(e, e.missing)
try:
    a.deposit(-1)
except ValueError as e:
    print(e)
a.withdraw(20)
print(a, a.history, a.balance * (1 + Account.interest))
