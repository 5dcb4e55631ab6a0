from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f"{self.name} is {self.value}"


class State(Enum):
    READY = auto()
    RUNNING = auto()


class Level(IntEnum):
    LOW = 1
    HIGH = 5


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()


class Mode(StrEnum):
    FAST = auto()
    SLOW = "slowly"


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["RED"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.describe())
print(Color.RED == Color.RED, Color.RED == 1, Color.RED in Color, {Color.RED: "r"}[Color.CRIMSON], isinstance(Color.RED, Color), list(State), State.RUNNING.value, Color.__members__.keys())
print(Level.LOW < Level.HIGH, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", Level(5), Mode.FAST, Mode.SLOW.upper(), repr(Mode.FAST))
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), (Perm.R | Perm.W) & Perm.W, ~Perm.R, bool(Perm.R & Perm.W), Perm(3), repr(Perm.R | Perm.X))
for f in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: Color.BLUE):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
