from enum import Flag, IntFlag, auto, CONFORM, KEEP, EJECT, FlagBoundary


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class P(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6
for v in (P.R, P.R | P.W, P.R | P.X, P.RW, P.R & P.W, ~P.R, P.R ^ P.RW, P(0), P(7), P(5)):
    print(repr(v), str(v), v.name, v.value, bool(v), len(v), list(v))
check(lambda: P(8), lambda: P.R | 1, lambda: P.R < P.W, lambda: 4 in P.R, lambda: P.R in P.RW, lambda: P.X in P.RW, lambda: list(P), lambda: P["R"])
class IF(IntFlag):
    A = auto()
    B = auto()
    C = auto()
for v in (IF.A, IF.A | IF.B, IF.A | 8, IF(16), ~IF.A, IF.A & 3, 1 | IF.B, IF(7), IF(0), IF(-1)):
    print(repr(v), str(v), f"{v}", v == int(v))
print(IF.A + 1, IF.A | IF.B == 3, list(IF(5)))
class C(Flag, boundary=CONFORM):
    A = 1
    B = 2
class Ke(Flag, boundary=KEEP):
    A = 1
class Ej(Flag, boundary=EJECT):
    A = 1
print(C(7), repr(Ke(9)), Ej(9), list(FlagBoundary))
