"""List, set, dict and generator comprehensions, nested and with conditions."""


def work(n):
    squares = [x * x for x in range(n)]
    odd = [x for x in squares if x % 2]
    pairs = [(x, y) for x in range(n // 1000) for y in range(60) if x != y]
    flat = [c for row in [[i, i + 1, i + 2] for i in range(n // 4)] for c in row]
    inverse = {v: k for k, v in enumerate(squares)}
    letters = {chr(97 + x % 26) for x in range(n)}
    return len(odd), len(pairs), sum(flat), len(inverse), len(letters), sum(x ^ 1 for x in odd)


for _ in range(6):
    result = work(100_000)
print(result)
