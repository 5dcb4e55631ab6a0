print({k: v for k, v in zip("abc", range(3))}, {v: k for k, v in {"a": 1}.items()}, {x % 3 for x in range(10)})
print({i: {j for j in range(i)} for i in range(3)}, {len(w): w for w in ["a", "bb", "cc"]})
print(sorted({c for c in "hello" if c != "l"}))
