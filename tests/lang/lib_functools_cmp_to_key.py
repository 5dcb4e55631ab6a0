from functools import cmp_to_key


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


key = cmp_to_key(lambda a, b: a - b)
check(lambda: sorted([5, 2, 9], key=key), lambda: max([1, 5, 3], key=key), lambda: key(3) < key(4), lambda: key(3) == key(3),
      lambda: key(3) >= key(4), lambda: key(3).obj, lambda: key(obj=2).obj, lambda: key(1) < 2, lambda: hash(key(1)),
      lambda: cmp_to_key(), lambda: sorted([2, 1], key=cmp_to_key(lambda a, b: "x")), lambda: sorted([2, 1], key=cmp_to_key(3)))
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))
print(sorted([("b", 1), ("a", 2), ("c", 1)], key=cmp_to_key(lambda x, y: (x[1] > y[1]) - (x[1] < y[1]))))
