from enum import Enum, unique, verify, CONTINUOUS, UNIQUE, NAMED_FLAGS, Flag


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Color(Enum):
    RED = 1
def extend():
    class More(Color):
        BLUE = 2
def reuse():
    class D(Enum):
        A = 1
        A = 2
def sunder():
    class D(Enum):
        _x_ = 1
def reserved():
    class D(Enum):
        mro = 1
def not_unique():
    @unique
    class U(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
def not_continuous():
    @verify(CONTINUOUS)
    class U(Enum):
        A = 1
        B = 4
def unnamed():
    @verify(NAMED_FLAGS)
    class U(Flag):
        A = 1
        B = 6
def wrong_order():
    class D(Enum):
        _order_ = "B A"
        A = 1
        B = 2
class Empty(Enum): ...
check(extend, reuse, sunder, reserved, not_unique, not_continuous, unnamed, wrong_order, lambda: Empty(1), lambda: list(Empty))
