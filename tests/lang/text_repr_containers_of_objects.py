class P:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f"P({self.n})"
class Q:
    def __str__(self):
        return "str only"
    def __repr__(self):
        return "Q!"
p = P(1)
print([p], (p,), (p, p), {p: 1}, {1: p}, {p}, frozenset([p]), [[p]], {"a": [p, {"b": (p,)}]}, [Q()], {1: p}.values(), {p: 1}.keys(), {1: p}.items())
print(str([Q()]), f"{[p]}", "%s" % [p], "{}".format((p,)), [p, 1, "x", None, 2.5], slice(p, None), ValueError(p), KeyError(p, 2), Exception([p]))
print(str(ValueError(p)), str(KeyError(p)), str(ValueError(Q())), str(ValueError(p, Q())), repr(ValueError(Q())), [ValueError(p)], str(Exception()), repr(Exception()))
class L(list):
    pass
class D(dict):
    pass
class T(tuple):
    pass
class S(set):
    pass
class F(frozenset):
    pass
print(L([p, 1]), D(a=p), T((p,)), S([p]), F([p]), S(), F(), L(), D(), T(), S([1]), F([1]), T((1,)))
class R(list):
    def __repr__(self):
        return "R" + super().__repr__()
print(R([1, p]), [R([p])], str(R([2])), R([R([])]))
