"""Dicts of ints and of strings: reading, writing, walking, deleting."""


def work(n):
    squares = {}
    for i in range(n):
        squares[i] = i * i
    total = 0
    for key, value in squares.items():
        if value % 3 == 0:
            total += key
    names = {}
    for i in range(n):
        name = "name" + str(i % 5000)
        names[name] = names.get(name, 0) + 1
    for i in range(0, n, 2):
        del squares[i]
    return total, len(squares), len(names), max(names.values())


for _ in range(4):
    result = work(120_000)
print(result)
