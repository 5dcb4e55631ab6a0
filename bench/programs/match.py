"""match on literals, tuples, lists, dicts and classes."""


class Circle:
    __match_args__ = ("radius",)

    def __init__(self, radius):
        self.radius = radius


def describe(x):
    match x:
        case 0:
            return 1
        case int(n) if n > 50:
            return 2
        case (a, b):
            return a + b
        case [first, *rest]:
            return len(rest)
        case {"kind": "dish", "minutes": m}:
            return m
        case Circle(radius=r):
            return r
        case "stop" | "halt":
            return 3
        case _:
            return 4


things = [0, 77, (1, 2), [1, 2, 3, 4], {"kind": "dish", "minutes": 9}, Circle(5), "halt", None]
total = 0
for _ in range(70_000):
    for thing in things:
        total += describe(thing)
print(total)
