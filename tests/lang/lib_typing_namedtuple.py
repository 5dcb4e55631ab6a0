from typing import NamedTuple


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class P(NamedTuple):
    x: int
    y: int = 5
    def total(self):
        return self.x + self.y
p = P(1)
print(p, p.total(), P._fields, P._field_defaults, P.__annotations__, p._replace(x=9), P.__mro__, p == (1, 5), P)
check(lambda: P(), lambda: P(1, 2, 3), lambda: NamedTuple("Q", [("a", int), ("b", str)])(1, "z"), lambda: NamedTuple("Q", a=int)(1))
def order():
    class X(NamedTuple):
        a: int = 1
        b: int
def overwrite():
    class X(NamedTuple):
        a: int
        _fields = 3
def mixed():
    class X(NamedTuple, list):
        a: int
check(order, overwrite, mixed)
