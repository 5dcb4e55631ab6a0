def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


r = range(2, 20, 3)
print(r, len(r), list(r), r[0], r[-1], r[1:3], r[::-1], r[::2], r[10:], list(r[::-2]), r.start, r.stop, r.step)
print(range(5), range(0), range(5, 0), range(5, 0, -2), list(range(5, 0, -2)), range(0, 5, 1), range(1, 2, -1))
attempt(lambda: r[6])
attempt(lambda: r[-7])
attempt(lambda: r["x"])
attempt(lambda: r[1.5])
attempt(lambda: range(1.5))
attempt(lambda: range("x"))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(None))
attempt(lambda: range(stop=5))


def assign():
    r[0] = 1


attempt(assign)
attempt(lambda: r + r)
attempt(lambda: r < r)
print(range(True, 5), list(range(-3, 3)), [*range(3)], tuple(range(3, 0, -1)))
print(r.__reversed__().__next__(), list(reversed(r)), list(reversed(range(0))), list(reversed(range(5, 0, -2))))
