from dataclasses import dataclass, KW_ONLY, field


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@dataclass(slots=True)
class S:
    a: int
    b: int = 5
check(lambda: S(1), lambda: S.__slots__, lambda: S(1) == S(1), lambda: setattr(S(1), "zz", 1), lambda: S(1).__dict__)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
check(lambda: K(a=1), lambda: K(1), lambda: K())
@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
    d: int = field(default=9, kw_only=False)
check(lambda: Mixed(1, c=3), lambda: Mixed(1, 2, c=0), lambda: Mixed(1), lambda: Mixed.__match_args__)
