from dataclasses import dataclass, replace, FrozenInstanceError


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@dataclass(frozen=True)
class F:
    a: int
    b: str = "x"

f = F(1)
check(lambda: setattr(f, "a", 2), lambda: delattr(f, "a"), lambda: setattr(f, "new", 2), lambda: hash(f) == hash(F(1)), lambda: {f: 1}[F(1)], lambda: replace(f, a=3), lambda: FrozenInstanceError.__mro__)
@dataclass(frozen=True)
class G(F):
    c: int = 3
g = G(1, "y", 4)
check(lambda: g, lambda: setattr(g, "c", 1), lambda: g == G(1, "y", 4), lambda: g == F(1, "y"))
