from functools import partial


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


def show(a, b, c=0, **rest):
    return a, b, c, rest

p = partial(show, 1, c=3)
check(lambda: p(2), lambda: p(2, c=9, d=1), lambda: p(), lambda: p.args, lambda: p.keywords,
      lambda: p.func is show, lambda: partial(partial(show, 1), 2).args, lambda: partial(), lambda: partial(5))
check(lambda: partial(print, 1, x="y"), lambda: partial(int, base=2)("101"), lambda: setattr(p, "func", 1))
p.note = "mine"
print(p.note, p.__dict__, callable(p))
class Deriving(partial):
    pass
print(Deriving(len)([1, 2]), repr(Deriving(len, 1)))
print(list(map(partial(pow, 2), [1, 2, 3])), sorted([3, 1, 2], key=partial(lambda a, b: a * b, -1)))
print(partial(show, func=3)(1, 2))
