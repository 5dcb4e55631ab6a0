from collections import namedtuple


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: namedtuple("A", "a b c", defaults=[1, 2])(5), lambda: namedtuple("A", "a, b")(1, 2), lambda: namedtuple("A", "a class b a", rename=True)._fields, lambda: namedtuple("A", "a a"),
      lambda: namedtuple("A", "a class"), lambda: namedtuple("A", "_a"), lambda: namedtuple("A", "1a"), lambda: namedtuple("class", "a"), lambda: namedtuple("A", "a", defaults=[1, 2]),
      lambda: namedtuple("A", [])(), lambda: namedtuple("E", "a")(1), lambda: namedtuple("A", "a b", defaults=[7])._field_defaults, lambda: namedtuple("M", "a", module="elsewhere").__module__)
class Point3(namedtuple("Point3", "x y z")):
    __slots__ = ()
    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2 + self.z ** 2) ** 0.5
    def __str__(self):
        return f"<{self.x}>"
p = Point3(1, 2, 2)
print(p, repr(p), p.norm, p._replace(x=4).norm)
Many = namedtuple("Many", [f"f{i}" for i in range(20)])
m = Many(*range(20))
print(m.f0, m.f15, m.f16, m.f19, m._replace(f17="!"))
