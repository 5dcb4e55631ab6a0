"""Integers of many digits."""


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def digits(n):
    total = 0
    while n:
        n, digit = divmod(n, 10)
        total += digit
    return total


for _ in range(6):
    print(len(str(factorial(1500))), len(str(fibonacci(20_000))), pow(7, 10 ** 900, 10 ** 9 + 7))
    print(digits(factorial(1000)), digits(2 ** 4000))
