# The quotient goes down and the remainder takes the sign of the divisor.
for a in (7, -7, 0, 2 ** 70, -2 ** 70, -2 ** 47, -2 ** 63):
    for b in (2, -2, 7, -1, 2 ** 65 + 1, -2 ** 65 - 1):
        q, r = divmod(a, b)
        print(a // b, a % b, (q, r), q * b + r == a)
