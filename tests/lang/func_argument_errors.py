def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def defaulted(a, b=1):
    pass


def named(*, k, m):
    pass


def star(a, *b):
    pass


for call in (lambda: none(1), lambda: none(1, 2), lambda: one(), lambda: one(1, 2), lambda: two(), lambda: two(1),
             lambda: three(), lambda: defaulted(), lambda: defaulted(1, 2, 3), lambda: named(), lambda: named(k=1),
             lambda: named(1), lambda: one(1, a=2), lambda: one(b=2), lambda: star(), lambda: two(1, 2, c=3),
             lambda: two(**{"a": 1}, a=2), lambda: one(*5), lambda: one(**5), lambda: one(**{1: 2})):
    try:
        call()
    except TypeError as e:
        print(e)
