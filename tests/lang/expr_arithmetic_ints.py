for a in (7, -7):
    for b in (2, -2, 3):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, a ** abs(b), divmod(a, b))
print(2 ** -1, 0 ** 0, (-2) ** 3, -2 ** 2)
