from collections.abc import *


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Seq(Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
s = Seq(1, 2, 3, 2)
check(lambda: list(s), lambda: (2 in s, 9 in s), lambda: s.index(3), lambda: s.count(2), lambda: list(reversed(s)), lambda: s.index(9), lambda: Sequence())
class Rec(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
m = Rec()
m.append(1); m.extend([2, 3]); m += [4]; m.reverse(); print(m.l, m.pop(), m.pop(0), m.l); m.remove(3); m.clear(); print(m.l)
class Map(MutableMapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f"Map({self.d})"
p = Map({"a": 1})
p.update(b=2); p.update([("c", 3)]); p.update({"d": 4})
check(lambda: dict(p), lambda: p.get("z", 5), lambda: "a" in p, lambda: list(p.items()), lambda: p == {"a": 1, "b": 2, "c": 3, "d": 4}, lambda: p.keys(), lambda: {**p}, lambda: p.keys() & {"a"}, lambda: p.pop("a"),
      lambda: p.pop("a"), lambda: p.pop("a", 0), lambda: p.setdefault("q", 7), lambda: p.popitem(), lambda: p, lambda: p["nope"])
class Bag(MutableSet):
    def __init__(self, it=()): self.e = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.e
    def __iter__(self): return iter(self.e)
    def __len__(self): return len(self.e)
    def add(self, x): self.e.append(x) if x not in self.e else None
    def discard(self, x): self.e.remove(x) if x in self.e else None
    def __repr__(self): return f"Bag({self.e})"
a, b = Bag("abc"), Bag("bcd")
print(a & b, a | b, a - b, a ^ b, a <= b, Bag("a") < a, a == Bag("cba"), a.isdisjoint(Bag("z")), {"b", "z"} & a)
a |= Bag("x"); a -= Bag("a"); a.remove("b"); print(a, a.pop(), a); a.clear(); print(a)
check(lambda: a.pop(), lambda: a.remove(1))
match p:
    case {"b": v}:
        print("mapping", v)
match s:
    case [1, *rest]:
        print("sequence", rest)
