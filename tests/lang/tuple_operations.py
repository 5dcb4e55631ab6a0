def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = (1, 2, 3)
print(a + (4,), a * 2, 2 * a, a[0], a[-1], a[1:], a[::-1], a.index(2), a.count(1), 2 in a, len(a), () * 5, (1,) * 0)
print(a[:] is a, a + () is a, () + a is a, a * 1 is a, tuple(a) is a, () is tuple(), tuple([1, 2]))
attempt(lambda: a[3])
attempt(lambda: a["x"])
attempt(lambda: a + [1])
attempt(lambda: a * 1.0)
attempt(lambda: a.index(9))
attempt(lambda: a.index(1, 1))
attempt(lambda: tuple(5))
attempt(lambda: tuple(1, 2))
attempt(lambda: a.__setitem__(0, 1))


def assign():
    a[0] = 1


def delete():
    del a[0]


def delete_text():
    del a["x"]


attempt(assign)
attempt(delete)
attempt(delete_text)
attempt(lambda: a < [1])
attempt(lambda: a < 5)
