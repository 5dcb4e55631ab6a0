import numbers
from fractions import Fraction


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


for v in (1, True, 1.5, Fraction(1, 2), "x"):
    print(v, [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(v, c)])
print(issubclass(int, numbers.Real), issubclass(numbers.Integral, numbers.Number))
check(lambda: numbers.Real())
