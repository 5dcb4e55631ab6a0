d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
d["d"] = 4
print(k, v, i, len(k), "a" in k, 4 in v, ("a", 1) in i, list(reversed(d)), list(reversed(i)))
print(k & {"a", "z"}, k | {"z"} == set("abcdz"), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k == {"a", "b", "c", "d"}, k.isdisjoint("xy"), sorted(i & {("a", 1)}))
for key in list(d):
    if d[key] % 2:
        del d[key]
print(d)
