"""Sets: membership, union, intersection, walking."""


def work(n):
    evens = {i for i in range(0, n, 2)}
    threes = set(range(0, n, 3))
    both = evens & threes
    either = evens | threes
    only = evens - threes
    seen = set()
    repeated = 0
    x = 1
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 65536
        if x in seen:
            repeated += 1
        else:
            seen.add(x)
    return len(both), len(either), len(only), repeated


for _ in range(4):
    result = work(200_000)
print(result)
