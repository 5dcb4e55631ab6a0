for a in (10, -10, 10 ** 20, -10 ** 20):
    for b in (3, -3, 10 ** 19 + 1, -10 ** 19 - 1):
        q, r = divmod(a, b)
        print(q, r, q * b + r == a, a // b == q, a % b == r)
