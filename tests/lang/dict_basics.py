d = {"b": 1, "a": 2, 3: [4], None: "n", (1, 2): "t"}
print(d, len(d), d["b"], d.get("z"), d.get("z", 5), "a" in d, 3 in d, list(d), list(d.values()), list(d.items()))
d["b"] = 10
d["new"] = 0
print(d, d.pop("a"), d.pop("q", "default"), d.popitem(), d.setdefault("s", []), d.setdefault("b", 1), d)
d.update({"b": 11, "c": 12}, e=13)
d.update([("f", 14)])
print(d, dict(a=1, b=2), dict([("x", 1)]), dict({"y": 2}, z=3), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(zip("ab", [1, 2])))
e = d.copy()
d.clear()
print(d, len(e), {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} | {"b": 2}, {**{"a": 1}, "a": 2})
