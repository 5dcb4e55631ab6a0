def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate((x for x in "ab"), 10)), list(enumerate([1], 10 ** 30)), list(enumerate([], 1)))
print(list(enumerate(iterable="x", start=2)), [i for i, _ in enumerate("abc", True)])
attempt(lambda: enumerate(5))
attempt(lambda: enumerate())
attempt(lambda: enumerate([1], "x"))
attempt(lambda: enumerate([1], 1.5))
attempt(lambda: enumerate([1], 1, 2))
e = enumerate([10, 20, 30], 2 ** 47 - 2)
print(list(e), list(e))
for i, (a, b) in enumerate({"x": 1, "y": 2}.items(), 1):
    print(i, a, b)
