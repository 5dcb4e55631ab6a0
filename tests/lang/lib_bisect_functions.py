import bisect


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


a = [1, 2, 2, 3, 5]
print([bisect.bisect(a, x) for x in range(7)], [bisect.bisect_left(a, x) for x in range(7)], bisect.bisect_left(a, 2, 2), bisect.bisect_right(a, 2, 0, 2), bisect.bisect(a, 2, hi=3))
bisect.insort(a, 4); bisect.insort_left(a, 2); bisect.insort_right(a, 9, lo=1); print(a)
rows = [("a", 1), ("b", 5), ("c", 9)]
print(bisect.bisect(rows, 5, key=lambda r: r[1]), bisect.bisect_left(rows, 5, key=lambda r: r[1]))
bisect.insort(rows, ("x", 6), key=lambda r: r[1]); print(rows)
check(lambda: bisect.bisect([1], 2, -1), lambda: bisect.bisect([1], 2, 0, 5), lambda: bisect.bisect(5, 2), lambda: bisect.bisect([1], "a"), lambda: bisect.bisect([1]),
      lambda: bisect.bisect("abc", "b"), lambda: bisect.insort((1, 2), 1), lambda: bisect.bisect([1], 1, foo=1))
def grade(score):
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
class T:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return self.v < other.v
ts = [T(1), T(3)]
bisect.insort(ts, T(2)); print([t.v for t in ts])
class Seq:
    def __len__(self):
        return 10
    def __getitem__(self, i):
        return i * i
print(bisect.bisect(Seq(), 30))
