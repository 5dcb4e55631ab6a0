from functools import lru_cache

@lru_cache(maxsize=None)
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

print(depth(400))
try:
    depth(5000)
except RecursionError as e:
    print(e)
