def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


rows = [[], [1], [1, 2], [1, 2, 3], [2], [1.0], [True, 2], ["a"], [[1]], [None]]
for a in rows:
    for b in rows:
        try:
            print(a, b, a == b, a != b, a < b, a <= b, a > b, a >= b)
        except TypeError as e:
            print(a, b, a == b, a != b, e)
attempt(lambda: [1] < (1,))
attempt(lambda: [1] < 1)
print([1] == (1,), [1] == "a")
nan = float("nan")
print([nan] == [nan], nan == nan, nan in [nan])
