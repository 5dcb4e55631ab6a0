d = {w: len(w) for w in "a bb ccc".split()}
inverse = {v: k for k, v in d.items()}
print(d, inverse, {k: v for k, v in d.items() if v > 1}, {i: {j: i * j for j in range(3)} for i in range(2)})
tree = {}
tree.setdefault("a", {}).setdefault("b", []).append(1)
tree["a"]["b"].append(2)
tree["a"]["c"] = tree["a"].get("c", 0) + 5
print(tree, tree["a"]["b"][-1], "b" in tree["a"])
groups = {}
for word in "apple bob cat avocado bed".split():
    groups.setdefault(word[0], []).append(word)
print(groups, sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0])), max(groups, key=lambda k: len(groups[k])))
counts = {}
for c in "mississippi":
    counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: kv[1], reverse=True), sum(counts.values()), max(counts.values()))
for k, v in sorted(counts.items()):
    print(k, v, end=" ")
print()
