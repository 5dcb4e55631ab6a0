from collections import deque


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e, d)
it = iter(d)
print(next(it)); d[0] = 9; print(next(it))
d.append(d)
print(d)
class P:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return isinstance(other, P) and self.v == other.v
    def __repr__(self):
        return f"P({self.v})"
q = deque([P(1), P(2), P(3)])
check(lambda: q, lambda: q.index(P(2)), lambda: q.count(P(3)), lambda: P(9) in q, lambda: q.index(P(7)), lambda: q.remove(P(7)), lambda: q == deque([P(1), P(2), P(3)]), lambda: [deque([q], 5)])
q.remove(P(2)); print(q)
