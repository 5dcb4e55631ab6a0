from fractions import Fraction as F
import math
a, b = F(3, 4), F("-5/6")
print(a, repr(b), a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, a ** 0.5, -a, abs(b), a > b, a == 0.75, hash(a) == hash(0.75), F("1.25"), F("1e-3"), F(0.1), F(10, -4), F(), F(F(1, 2), F(3, 4)))
print(round(F(7, 2)), round(F(22, 7), 2), math.floor(b), math.ceil(b), int(b), float(a), F(math.pi).limit_denominator(1000), 1 + a, 1.5 * a, sum([F(1, n) for n in range(1, 6)]), a.numerator, a.denominator, bool(F(0)), sorted([F(1, 2), F(1, 3), 0.4]))
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(None), lambda: a / 0, lambda: F(float("nan"))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
