# No int is rounded to be compared.
print(2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), 10 ** 400 > 1e308, -10 ** 400 < float("-inf"))
print(10 ** 400 < float("inf"), 1 == 1.0, 0 == -0.0, 2 ** 63 == 2.0 ** 63, 10 ** 23 == 1e23, 10 ** 22 == 1e22)
nan = float("nan")
print([op for op in (nan == nan, nan != nan, nan < 1, nan > 10 ** 400, 1 <= nan)])
