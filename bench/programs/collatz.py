"""The longest chain below a limit, with a dict of known lengths."""


def chain(n, known):
    length = 0
    start = n
    while n not in known:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    known[start] = length + known[n]
    return known[start]


known = {1: 1}
best = max(range(1, 150_000), key=lambda n: chain(n, known))
print(best, known[best])
