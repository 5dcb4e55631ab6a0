from collections import namedtuple


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._asdict(), p._replace(x=9), Point._make([5, 6]), Point._fields, Point._field_defaults, len(p), hash(p) == hash((1, 2)), p + (3,), Point.__doc__, Point)
x, y = p
print(x, y, [*p], {p: 1}, "%s/%s" % p, f"{p.x}", max(Point(1, 2), Point(1, 3)), sorted([Point(2, 1), Point(1, 5)]), isinstance(p, tuple), Point.__match_args__)
check(lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point._make([1]), lambda: p._replace(z=1), lambda: setattr(p, "x", 5), lambda: p.z, lambda: Point(1, 2, x=3))
match p:
    case Point(x=1, y=b):
        print("matched", b)
match p:
    case Point(a, b):
        print(a, b)
