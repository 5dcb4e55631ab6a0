from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Circle:
    __match_args__ = ("center", "r")

    def __init__(self, center, r):
        self.center, self.r = center, r


def f(s):
    match s:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "a point"
        case Circle(Point(x, _), r=r):
            return f"circle at {x} of {r}"
        case int(n) | float(n):
            return f"number {n}"
        case str() as text:
            return f"text {text}"
        case [Point(x=a), Point(x=b)]:
            return f"two points {a} {b}"
        case Exception(args=[m]):
            return f"error {m}"
        case _:
            return "?"


for s in (Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Circle(Point(4, 5), 6), 3, 2.5, "t", [Point(1, 2), Point(3, 4)],
          ValueError("v"), None, True):
    print(f(s))
try:
    match Circle(1, 2):
        case Circle(1, 2, 3):
            pass
except TypeError as e:
    print(e)
