"""The spectral norm: small functions and generator expressions over floats."""


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)


def times(v):
    return [sum(a(i, j) * x for j, x in enumerate(v)) for i in range(len(v))]


def times_transposed(v):
    return [sum(a(j, i) * x for j, x in enumerate(v)) for i in range(len(v))]


u = [1.0] * 130
for _ in range(10):
    v = times_transposed(times(u))
    u = times_transposed(times(v))
print(f"{(sum(x * y for x, y in zip(u, v)) / sum(y * y for y in v)) ** 0.5:.9f}")
