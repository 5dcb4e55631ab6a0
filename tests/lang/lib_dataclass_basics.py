from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)

p = P(1, 2)
print(P(1), P(1, y=3), P(x=5, tags=["a"]), p == P(1, 2), p != P(1, 3), P.__match_args__, P.__doc__)
check(lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(1, z=2), lambda: P(1, x=1), lambda: P(1) < P(2), lambda: hash(p), lambda: [f.name for f in fields(p)], lambda: asdict(p), lambda: astuple(p), lambda: replace(p, x=9),
      lambda: replace(p, q=9), lambda: (is_dataclass(P), is_dataclass(p), is_dataclass(3)), lambda: asdict(3), lambda: fields(3), lambda: P.x, lambda: P.y, lambda: P.__init__.__qualname__, lambda: vars(p), lambda: P.__init__.__annotations__)
a, b = P(1), P(2)
a.tags.append(1)
print(a, b, a.tags is b.tags)
match p:
    case P(x=1, y=yy):
        print("y", yy)
match P(5, 6):
    case P(q, r):
        print(q, r)
