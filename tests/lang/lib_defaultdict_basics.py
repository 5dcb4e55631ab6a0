from collections import defaultdict


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d["new"], d, "q" in d, d.get("q"), len(d), d.default_factory, d == dict(d))
check(lambda: defaultdict(int)["x"], lambda: defaultdict(None)["x"], lambda: defaultdict()["x"], lambda: defaultdict(5), lambda: defaultdict(lambda: "dflt")["a"],
      lambda: defaultdict(int, {"a": 1}, b=2), lambda: defaultdict(int, a=1) | {"b": 2}, lambda: {"z": 1} | defaultdict(int, a=1), lambda: d.copy(), lambda: d.pop("new"), lambda: defaultdict(lambda: 1 / 0)["x"])
counts = defaultdict(int)
for c in "mississippi":
    counts[c] += 1
print(sorted(counts.items()))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t["a"]))
class Doubling(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value
print(Doubling()["ab"], dict(Doubling(None, x=1)))
class Fallback(dict):
    def __missing__(self, key):
        return f"no {key}"
print(Fallback()["x"], Fallback().get("x"), Fallback(a=1)["a"])
d.default_factory = None
check(lambda: d["other"])
