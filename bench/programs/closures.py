"""Closures, decorators, lambdas, map, filter and functools."""
from functools import lru_cache, partial, reduce


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def logged(f):
    calls = []

    def wrapper(*args, **kwargs):
        calls.append(len(args))
        return f(*args, **kwargs)

    wrapper.calls = calls
    return wrapper


@logged
def add(a, b, scale=1):
    return (a + b) * scale


@lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


step = counter()
for i in range(500_000):
    step()
double = partial(add, scale=2)
total = sum(double(i, 1) for i in range(120_000))
evens = list(filter(lambda x: x % 2 == 0, map(lambda x: x * 3, range(300_000))))
print(step(0), total, len(add.calls), len(evens), reduce(lambda a, b: a ^ b, evens), ways(90))
