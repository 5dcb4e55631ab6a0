from functools import cached_property


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Data:
    def __init__(self):
        self.times = 0
    @cached_property
    def total(self):
        "The total."
        self.times += 1
        return self.times * 10

d = Data()
print(d.total, d.total, d.times, d.__dict__, Data.total.__doc__, type(Data.total))
del d.total
print(d.total)
d.total = "set"
print(d.total)

class Slotted:
    __slots__ = ()
    @cached_property
    def x(self):
        return 1
def same_twice():
    p = cached_property(lambda self: 1)
    class Twice:
        a = p
        b = p
check(lambda: Slotted().x)
try:
    same_twice()
except (TypeError, RuntimeError) as e:
    print(type(e).__name__, e.__cause__)
