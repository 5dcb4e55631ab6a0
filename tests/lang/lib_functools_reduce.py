from functools import reduce
import operator


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: reduce(lambda a, b: a * b, [1, 2, 3, 4]), lambda: reduce(lambda a, b: a + b, (c for c in "abc"), ">"),
      lambda: reduce(max, [3, 1, 9, 2]), lambda: reduce(operator.add, range(101)), lambda: reduce(operator.mul, [], 1),
      lambda: reduce(lambda a, b: 1 / 0, [1, 2]), lambda: reduce(lambda acc, x: acc + [x], [1, 2], []),
      lambda: reduce(1), lambda: reduce(lambda a, b: a, 5), lambda: reduce(lambda a, b: a, []), lambda: reduce(1, [1]),
      lambda: reduce(1, [1, 2]), lambda: reduce(max, [1], 2, 3), lambda: reduce(function=max, iterable=[]))
calls = []
def source():
    for i in range(3):
        calls.append(f"make {i}")
        yield i
print(reduce(lambda a, b: calls.append(f"use {b}") or a + b, source()), calls)
