"""zip, enumerate, reversed, any, all, min, max, sum, unpacking and itertools."""
from itertools import accumulate, chain, islice, product


def work(n):
    a = list(range(n))
    b = a[::-1]
    total = 0
    for i, (x, y) in enumerate(zip(a, b)):
        total += i * x - y
    for x in reversed(a):
        total ^= x
    for first, *rest in zip(a, b, a):
        total += first + len(rest)
    total += sum(1 for p, q in product(range(200), range(100)) if p == q)
    total += max(accumulate(a)) + min(b) + sum(islice(chain(a, b), n))
    return total, any(x < 0 for x in a), all(x >= 0 for x in a)


for _ in range(4):
    result = work(100_000)
print(result)
