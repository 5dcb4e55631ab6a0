from enum import Enum, member, nonmember
import copy

class Level(Enum):
    LOW = 1
    HIGH = 2
    def __lt__(self, other):
        return self.value < other.value
    def __str__(self):
        return f"level {self.value}"
    def __format__(self, spec):
        return f"<{self.name}>"
    def __call__(self):
        return "called"
print(Level.LOW < Level.HIGH, sorted([Level.HIGH, Level.LOW]), max(Level), str(Level.LOW), f"{Level.LOW}", Level.LOW())
class Base(Enum):
    def hi(self):
        return "hi " + self.name
class Derived(Base):
    X = 1
print(Derived.X.hi())
class Names(Enum):
    name = "n"
    value = "v"
print(Names.name, Names.value, Names.name.name, Names.value.value)
class Odd(Enum):
    A = member(lambda x: x + 1)
    B = nonmember(5)
    _ignore_ = ["tmp"]
    tmp = 3
    C = tmp
print(len(Odd), Odd.A.value(1), Odd.B, Odd.C)
print(copy.copy(Level.LOW) is Level.LOW, copy.deepcopy({"k": Level.LOW})["k"] is Level.LOW)
class Sub(Enum):
    def __init_subclass__(cls, **kw):
        print("new", cls.__name__, [m.name for m in cls])
class SubOne(Sub):
    A = 1
