# What is wrong behind * and **, and of which function.
import functools
from collections import OrderedDict


class C:
    def __init__(self, *args, **keywords):
        pass

    def m(self, **keywords):
        pass

    class D(dict):
        pass


def f(*args, **keywords):
    pass


for g in (C, C.D, C().m, f, dict, print, len, [].append, OrderedDict, lambda: 0, int, str.upper, ValueError, "a".upper):
    calls = (lambda: g(**None), lambda: g(*1), lambda: g(1, *None, 2), lambda: g(**{"a": 1}, **{"a": 2}))
    for call in calls:
        try:
            call()
        except TypeError as e:
            print(e)
try:
    ImportError("x", foo=1)
except TypeError as e:
    print(e)
try:
    ValueError("x", foo=1)
except TypeError as e:
    print(e)
try:
    f(**{1: 2})
except TypeError as e:
    print(e)
