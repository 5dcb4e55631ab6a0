class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = value = key * 2
        return value


d = Default(a=1)
print(d["a"], d["b"], d.get("c"), "c" in d, d)


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.lower())

    def __contains__(self, k):
        return super().__contains__(k.lower())


x = Lower()
x["ABC"] = 1
print(x, x["Abc"], "aBC" in x, x.get("ABC"), x.get("abc"))
x.update(DEF=2)
x.setdefault("GHI", 3)
print(x, len(x), type(x.copy()).__name__, type(x | {}).__name__, x == {"abc": 1, "DEF": 2, "GHI": 3})
try:
    x["zzz"]
except KeyError as e:
    print(repr(e))


class Counted(dict):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.n = len(self)

    def __iter__(self):
        return iter(["mine"])

    def keys(self):
        return ["a"]


c = Counted({"a": 1, "b": 2}, z=3)
print(c, c.n, list(c), dict(c), {**c}, len(c), list(c.items()))
print(Default.fromkeys("ab", 1), type(Default.fromkeys("a")).__name__)
