from dataclasses import dataclass, field, fields, InitVar, replace
from typing import ClassVar


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@dataclass
class I:
    a: int
    b: InitVar[int] = 3
    c: ClassVar[int] = 7
    d: int = field(default=0, compare=False, repr=False)
    def __post_init__(self, b):
        self.a += b
check(lambda: I(1), lambda: I(1, 10), lambda: I(1).d, lambda: I.c, lambda: I(1) == I(1, 3, 5), lambda: I.__match_args__, lambda: [f.name for f in fields(I)], lambda: replace(I(1, b=0), a=2, b=1))
@dataclass
class S:
    x: "int"
    y: "ClassVar[int]" = 3
    z: "InitVar[int]" = 4
check(lambda: [f.name for f in fields(S)], lambda: S(1))
@dataclass
class M:
    n: int = field(default=1, metadata={"unit": "m"})
check(lambda: fields(M)[0].metadata["unit"])
