from itertools import count, islice


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(islice(count(), 3)), lambda: list(islice(count(5, 2), 3)), lambda: list(islice(count(0.5, 0.25), 3)),
      lambda: list(islice(count(2**47 - 2), 4)), lambda: list(islice(count(10**20, -10**19), 3)), lambda: count(3), lambda: count(1, 2),
      lambda: count(1.5), lambda: count(step=3), lambda: count("a"), lambda: count(1, "b"), lambda: count(1, 2, 3), lambda: next(count(True)))
from fractions import Fraction
print([str(x) for x in islice(count(Fraction(1, 2), Fraction(1, 3)), 3)])
c = count(7)
next(c)
print(c, [next(c) for _ in range(2)], list(zip("ab", c)))
