for v in (0, 5, -5, 2 ** 47 - 1, 2 ** 47, -2 ** 47, -2 ** 63, 10 ** 30):
    print(-v, +v, ~v, abs(v), bool(v), not v)
