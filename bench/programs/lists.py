"""append, pop, indexing, slices and in on lists."""


def work(n):
    items = []
    for i in range(n):
        items.append(i * 2)
    for i in range(0, n, 2):
        items[i] = items[i] + items[-i - 1]
    total = 0
    for x in items:
        total += x
    part = items[10:2000]
    part.reverse()
    part.extend(items[::3])
    while len(items) > n // 2:
        total -= items.pop()
    found = sum(1 for x in range(60) if x in part)
    return total, len(part), found


for _ in range(6):
    result = work(150_000)
print(result)
