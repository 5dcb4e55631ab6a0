from enum import IntEnum, StrEnum, Enum, auto


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class N(IntEnum):
    A = 1
    B = 2
print(repr(N.A), str(N.A), f"{N.A}", N.A + 1, N.A < N.B, N.A == 1, [10, 20, 30][N.B], N(1), sum(N), max(N), int(N.B), N.A * 2.5, "%d" % N.A, f"{N.A:03d}", type(N.A + N.B), N.A in (1, 2), [m.value for m in N], {1: "x"}[N.A])
class S(StrEnum):
    X = "x"
    Y = auto()
    ZED = auto()
print(repr(S.X), str(S.Y), f"{S.ZED}", S.X == "x", S.Y.upper(), S("x"), len(S.ZED), S.X + "a", "-".join(S))
class Mixed(str, Enum):
    A = "a"
    B = "b"
print(Mixed.A, repr(Mixed.A), f"{Mixed.A}", Mixed.A == "a", Mixed.A.upper(), Mixed("b"))
class IntMixed(int, Enum):
    A = 1
print(IntMixed.A, repr(IntMixed.A), f"{IntMixed.A}", IntMixed.A + 1, IntMixed.A == 1)
check(lambda: N("a"), lambda: N.A / 0, lambda: S("q"))
