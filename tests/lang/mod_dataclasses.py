from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace


@dataclass
class Point:
    x: int
    y: int = 0

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0


@dataclass
class Order:
    name: str
    items: list = field(default_factory=list)
    total: float = field(init=False, default=0.0)
    secret: str = field(default="s", repr=False, compare=False)
    count = 5

    def __post_init__(self):
        self.total = sum(self.items)


@dataclass
class Special(Order):
    discount: int = 10


p = Point(3, 4)
print(p, p == Point(3, 4), p != Point(0), p.norm(), asdict(p), astuple(p), replace(p, x=1), [f.name for f in fields(Point)])
print(Order("a", [1, 2]), Order("b").items is not Order("c").items, Special("d", [5], discount=3), Order("e") == Order("e", secret="t"))
print(Version(1, 2) < Version(1, 10), sorted([Version(2), Version(1, 5)]), {Version(1): "v"}[Version(1)], max(Version(0), Version(0, 1)))
try:
    Version(1).major = 2
except FrozenInstanceError as e:
    print(e)
for f in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: hash(p), lambda: p < p):
    try:
        f()
    except TypeError as e:
        print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)
