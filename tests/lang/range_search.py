def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


r = range(0, 100, 7)
print(14 in r, 15 in r, 98 in r, 105 in r, -7 in r, 14.0 in r, 14.5 in r, True in range(2), "x" in r, None in r, 10 ** 30 in r)
print(r.index(21), r.count(21), r.count(22), r.count("x"), r.index(21.0), range(10, 0, -3).index(4), range(10, 0, -3).count(1))
attempt(lambda: r.index(22))
attempt(lambda: r.index("x"))
attempt(lambda: r.index(22.5))
attempt(lambda: range(5).index(True))
attempt(lambda: range(2, 5).index(True))
attempt(lambda: r.index(-7))


class Five:
    def __eq__(self, other):
        return other == 5


print(Five() in range(10), range(10).index(Five()), range(10).count(Five()), Five() in range(3))
