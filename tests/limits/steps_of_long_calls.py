# What a call does counts: a thousand times a million is more than a hundred thousand.
a, b = [0] * 1_000_000, [0] * 1_000_000
for _ in range(1000):
    a == b
print("never")
