for v in (0.0, -0.0, 1.0, -1.0, 0.5, 1.5, -2.25, 1e300, 5e-324, 2.0 ** 61, 2.0 ** 61 - 1, 0.1, float("inf"), -float("inf"), 123456.789):
    print(v, hash(v))
print(hash(10 ** 22) == hash(1e22), {1: "a", 1.0: "b", True: "c"})
