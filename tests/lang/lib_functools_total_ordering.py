from functools import total_ordering


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@total_ordering
class Version:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return self.v == other.v if isinstance(other, Version) else NotImplemented
    def __lt__(self, other):
        return self.v < other.v if isinstance(other, Version) else NotImplemented
    def __repr__(self):
        return f"v{self.v}"

@total_ordering
class ByGe:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return self.v == other.v
    def __ge__(self, other):
        return self.v >= other.v

a, b = Version(1), Version(2)
check(lambda: (a < b, a <= b, a > b, a >= b, a != b, a <= Version(1)), lambda: sorted([b, a]), lambda: max(a, b),
      lambda: a < 3, lambda: a >= 3, lambda: (ByGe(1) < ByGe(2), ByGe(1) > ByGe(1), ByGe(2) <= ByGe(2)),
      lambda: Version.__le__.__name__, lambda: total_ordering(type("Nothing", (), {})))
