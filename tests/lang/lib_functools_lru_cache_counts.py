from functools import lru_cache, cache

@lru_cache(maxsize=2)
def add(x, y=1):
    "Adds."
    print("work", x, y)
    return x + y

print([add(1), add(1), add(2), add(3), add(1), add(1.0), add(x=1), add(1, y=1)])
print(add.cache_info(), add.cache_parameters(), add.__name__, add.__doc__, add.__wrapped__(5))
add.cache_clear()
print(add.cache_info())

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())

@lru_cache(maxsize=0)
def never(x):
    return x
print(never(1), never(1), never.cache_info())

@lru_cache(typed=True)
def typed(x):
    return x
print(typed(1), typed(1.0), typed(True), typed.cache_info())
