from enum import Enum, auto


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
print(list(A))
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def g(self):
        return round(self.mass / self.radius ** 2, 3)
print(Planet.EARTH, Planet.EARTH.mass, Planet.MARS.g, Planet((0.64, 3.39)))
class Own(Enum):
    def _generate_next_value_(name, start, count, last):
        return f"{count}:{name.lower()}"
    A = auto()
    B = auto()
print(list(Own))
class New(Enum):
    def __new__(cls, value, label):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj
    A = (1, "one")
    B = (2, "two")
print(New.A, New.B.label, New(2))
class Unhashable(Enum):
    A = [1, 2]
    B = {"x": 1}
print(Unhashable.A, Unhashable([1, 2]), Unhashable({"x": 1}))
class Miss(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "first" else None
class Wrong(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        return 5
check(lambda: Miss("first"), lambda: Miss("zzz"), lambda: Wrong(7))
class Neg(Enum):
    A = -1
    B = auto()
print(list(Neg))
