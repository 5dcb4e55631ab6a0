from types import SimpleNamespace, MappingProxyType


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


n = SimpleNamespace(a=1, b="x")
n.c = [1]
print(n, n.a, n == SimpleNamespace(a=1, b="x", c=[1]), n != SimpleNamespace(), vars(n), SimpleNamespace())
del n.a
n.me = n
print(n)
class Sub(SimpleNamespace): pass
check(lambda: Sub(x=1), lambda: SimpleNamespace(1), lambda: n.zzz, lambda: SimpleNamespace(**{"a b": 1}), lambda: hash(n))
p = MappingProxyType({"k": 1})
check(lambda: p, lambda: str(p), lambda: p["k"], lambda: "k" in p, lambda: len(p), lambda: list(p), lambda: p.get("z", 0), lambda: dict(p), lambda: p["zz"])
try:
    p["k"] = 2
except TypeError as e:
    print(e)
