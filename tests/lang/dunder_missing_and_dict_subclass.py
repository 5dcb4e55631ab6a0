class Zero(dict):
    def __missing__(self, key):
        print("missing", key)
        return 0


z = Zero(a=1)
print(z["a"], z["b"], z.get("b"), "b" in z, len(z))
z["c"] += 5
print(z)
