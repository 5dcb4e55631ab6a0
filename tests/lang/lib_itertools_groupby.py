from itertools import groupby


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: [(k, list(g)) for k, g in groupby("aabbbc")], lambda: [(k, len(list(g))) for k, g in groupby([1, 1, 2], lambda x: x > 1)],
      lambda: [k for k, g in groupby("aabbaa")], lambda: list(groupby([])), lambda: groupby(5), lambda: list(groupby([1], key=5)),
      lambda: {k: [n for n in g] for k, g in groupby(sorted(["bb", "a", "cc", "d"], key=len), key=len)})
groups = groupby("aabb")
k, first = next(groups)
print(k, next(first))
k2, second = next(groups)
print(k2, list(first), list(second))
class Same:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return self.v == other.v
print([len(list(g)) for k, g in groupby([Same(1), Same(1), Same(2)])])
