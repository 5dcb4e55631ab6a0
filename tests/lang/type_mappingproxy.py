# The read-only view of a mapping.
from types import MappingProxyType
from collections import OrderedDict, UserDict


def attempt(f):
    try:
        print(f())
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)


p = MappingProxyType({1: 2, 3: 4})
same = MappingProxyType({1: 2, 3: 4})
print(p == {1: 2, 3: 4}, {1: 2, 3: 4} == p, p == same, p != same, p == [1], p == MappingProxyType({}))
print(p | {5: 6}, {5: 6} | p, p | same, type(p | same), list(reversed(p)), p.copy())
attempt(lambda: p | None)
attempt(lambda: p < p)
attempt(lambda: hash(p))
attempt(lambda: p[7])
attempt(lambda: MappingProxyType(1))
attempt(lambda: MappingProxyType([1]))
attempt(lambda: MappingProxyType((1, 2)))


def join():
    global p
    p |= {1: 1}


def put():
    p[1] = 2


attempt(join)
attempt(put)
print(len(p), 1 in p, p.get(1), p.get(9), p.get(9, "?"), sorted(p.items()), list(p.keys()), list(p.values()))
for mapping in (OrderedDict(a=1, b=2), UserDict(a=1, b=2)):
    view = MappingProxyType(mapping)
    print(view["a"], len(view), list(view), "b" in view, view.get("c", 3), list(view.items()), view == mapping)
    mapping["z"] = 26
    print(view["z"], view)


class A:
    x = 1


print(vars(A) == dict(vars(A)), type(vars(A)).__name__)
