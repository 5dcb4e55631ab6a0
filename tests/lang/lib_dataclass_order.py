from dataclasses import dataclass, field


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@dataclass(order=True)
class O:
    rank: int = field(init=False, repr=False)
    name: str = ""
    age: int = 0
    def __post_init__(self):
        self.rank = self.age
check(lambda: sorted([O("a", 3), O("b", 1)]), lambda: O("a", 1) < O("b", 2), lambda: O("a", 1) <= O("a", 1), lambda: O("a", 1) < 3, lambda: max(O("z", 1), O("y", 5)))
def eq_false():
    @dataclass(order=True, eq=False)
    class B:
        x: int
def own_lt():
    @dataclass(order=True)
    class B:
        x: int
        def __lt__(self, other): ...
check(eq_false, own_lt)
