from itertools import accumulate
import operator


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(accumulate([1, 2, 3, 4])), lambda: list(accumulate([1, 2, 3], operator.mul)), lambda: list(accumulate("abc")), lambda: list(accumulate([3, 1, 2], max)),
      lambda: list(accumulate([1, 2], initial=10)), lambda: list(accumulate([], initial=3)), lambda: list(accumulate([])), lambda: list(accumulate(5)),
      lambda: list(accumulate([1, "a"])), lambda: list(accumulate([1, 2], 5)), lambda: list(accumulate((x for x in [1, 2]), lambda a, b: a * 10 + b)),
      lambda: list(accumulate([[1], [2]])), lambda: list(accumulate([0.5, 1, 2**60])), lambda: list(accumulate([1], func=None, initial=None)))
