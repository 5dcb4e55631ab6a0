def account(balance):
    def deposit(amount):
        nonlocal balance
        balance += amount
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            raise ValueError(f"only {balance}")
        balance -= amount
        return balance
    return deposit, withdraw, lambda: balance


deposit, withdraw, show = account(100)
print(deposit(50), withdraw(30), show())
try:
    withdraw(1000)
except ValueError as error:
    print(error)
print(show())
