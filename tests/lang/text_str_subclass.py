class S(str):
    def __new__(cls, value, extra=None):
        self = super().__new__(cls, value)
        self.extra = extra
        return self
    def shout(self):
        return self.upper() + "!"
s = S("abc", 7)
print(s, repr(s), s.extra, s.shout(), type(s).__name__, type(s + "x").__name__, type(s.upper()).__name__, type(s[:]).__name__, type(str(s)).__name__)
print(s == "abc", hash(s) == hash("abc"), {s: 1}["abc"], {"abc": 2}[s], "%s" % s, f"{s:>5}", "-".join([s, s]), isinstance(s, str), len(s), s in ["abc"])
class N(str):
    def __str__(self):
        return "str of " + str.__str__(self)
    def __repr__(self):
        return "repr of " + super().__repr__()
    def __len__(self):
        return 99
    def __eq__(self, other):
        return True
    __hash__ = str.__hash__
    def __getitem__(self, i):
        return "item"
    def __add__(self, other):
        return "added"
    def __format__(self, spec):
        return "formatted " + spec
n = N("xyz")
print(n, repr(n), len(n), n == "q", n[0], n + 1, f"{n:abc}", "%s %r" % (n, n), "{} {!s} {!r}".format(n, n, n), str.__len__(n), str.__getitem__(n, 0), [n], n.upper(), "".join([n]), "%.2s" % n)
class M(str):
    pass
print(M(5), M(b"x"), M(), type(M("a").strip()).__name__, M("%s") % 1, type(M("a") * 2).__name__)
