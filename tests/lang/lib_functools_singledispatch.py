from functools import singledispatch
from collections.abc import Mapping, Sized


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@singledispatch
def tell(x):
    return "something"
@tell.register
def _(x: int):
    return "an int"
@tell.register(str)
def _text(x):
    return "a text"
@tell.register(list)
@tell.register(tuple)
def _both(x):
    return "a sequence"
@tell.register
def _union(x: float | None):
    return "a float or nothing"
@tell.register(Mapping)
def _mapping(x):
    return "a mapping"
@tell.register(Sized)
def _sized(x):
    return "sized"

print([tell(x) for x in (1, True, "a", [], (), 1.5, None, {}, set(), object())])
check(lambda: tell(), lambda: tell.register(5), lambda: tell.register(5, len), lambda: tell.dispatch(bool)(True),
      lambda: tell.__name__, lambda: sorted(c.__name__ for c in tell.registry))
class Base: pass
class Derived(Base): pass
tell.register(Base, lambda x: "base")
print(tell(Derived()))
