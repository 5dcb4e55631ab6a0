import operator


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: operator.add(1, 2), lambda: operator.concat([1], [2]), lambda: operator.concat(1, 2), lambda: operator.countOf([1, 1, 2], 1), lambda: operator.indexOf([1, 2], 2),
      lambda: operator.indexOf([1], 3), lambda: operator.length_hint(iter([1, 2])), lambda: operator.length_hint(5), lambda: operator.call(max, 1, 2), lambda: operator.index(True),
      lambda: operator.index("a"), lambda: operator.truth([]), lambda: operator.not_(0), lambda: operator.is_(None, None), lambda: operator.contains([1], 1), lambda: operator.getitem({"a": 1}, "a"),
      lambda: operator.iadd([1], [2]), lambda: operator.pow(2, 5), lambda: operator.matmul(1, 2), lambda: operator.lt(1, "a"), lambda: operator.invert(5), lambda: operator.neg(3),
      lambda: operator.__add__(1, 2), lambda: operator.add(1), lambda: operator.xor(6, 3), lambda: operator.mod("%s", 5), lambda: operator.eq([1], [1]), lambda: operator.abs(-3))
d = {}
operator.setitem(d, "k", 1); print(d); operator.delitem(d, "k"); print(d)
class V:
    def __init__(self, v):
        self.v = v
    def __add__(self, other):
        return V(self.v + other.v)
    def __iadd__(self, other):
        self.v += 100
        return self
    def __lt__(self, other):
        return self.v < other.v
    def __neg__(self):
        return V(-self.v)
    def __bool__(self):
        return False
    def __index__(self):
        return 7
v = V(1)
print(operator.add(v, V(2)).v, operator.iadd(v, 1) is v, v.v, operator.lt(v, V(500)), operator.neg(v).v, operator.not_(v), operator.truth(v), operator.index(v))
