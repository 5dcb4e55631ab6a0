inf, nan = float("inf"), float("nan")
for base in (2.0, -2.0, 0.0, -0.0, 1.0, -1.0, 0.5, inf, -inf, nan):
    print(base, [base ** e for e in (0, 1.0, 2, 3, -2 if base else 4, inf if base else 1, nan)])
print(4 ** 0.5, 27 ** (1 / 3), 2 ** 0.5, 10.0 ** -300, 1e-200 ** 2)
