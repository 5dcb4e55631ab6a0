def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = {"x": 1, "y": 2, "z": 3}
b = {"y": 2, "z": 9, "w": 0}
k = a.keys()
print(sorted(k & b.keys()), sorted(k | b.keys()), sorted(k - b.keys()), sorted(k ^ b.keys()))
print(sorted(a.items() & b.items()), sorted(a.items() - b.items()), sorted(a.items() | b.items()), sorted(a.items() ^ b.items()))
print(sorted(k & ["x", "q"]), sorted(k - ["x"]), sorted(["x", "q"] - {"x": 1}.keys() if False else k - {"x"}), sorted({"x", "q"} & k), sorted({"x", "q"} - k), type(k & k).__name__)
print(k == {"x", "y", "z"}, {"x", "y", "z"} == k, k <= {"x", "y", "z", "w"}, k < k, k >= {"x"}, k > {"x"}, k == ["x", "y", "z"], a.items() == set(a.items()))
print(k.isdisjoint(["p"]), k.isdisjoint("xyz"), "x" in k, ("x", 1) in a.items(), ("x", 2) in a.items(), 3 in a.values(), ["x", 1] in a.items())
print(len(k), list(k), k, a.values(), a.items(), list(reversed(k)), a.values() == a.values())
a["new"] = 5
print(k, len(k))
attempt(lambda: k[0])
attempt(lambda: hash(k))
attempt(lambda: k & 5)
attempt(lambda: k - None)
attempt(lambda: a.values() & b.values())
attempt(lambda: a.items() | [[1, []]] if False else {"l": []}.items() | set())
attempt(lambda: k < 5)
attempt(lambda: k.add("x"))
attempt(lambda: k.mapping["x"])
print(isinstance(hash(a.values()), int))
