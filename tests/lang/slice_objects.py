def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, None), slice(None, None, -1))
for n in (0, 3, 5, 20):
    print(slice(1, 10, 2).indices(n), slice(None).indices(n), slice(None, None, -1).indices(n), slice(-3, None).indices(n), slice(100, -100, -7).indices(n))
print(slice(0, 10 ** 30).indices(10 ** 25), slice(-5, 10 ** 30, 10 ** 20).indices(10 ** 22), slice(None, None, -10 ** 30).indices(10 ** 20))
print(s == slice(1, 10, 2), s != slice(1, 10), slice(1, 2) < slice(1, 3), s == 5)
attempt(lambda: hash(s))
attempt(lambda: slice())
attempt(lambda: slice(1, 2, 3, 4))
attempt(lambda: s.indices(-1))
attempt(lambda: s.indices("x"))
attempt(lambda: slice(None, None, 0).indices(5))
attempt(lambda: slice("a", "b").indices(5))
attempt(lambda: [1, 2][slice("a", "b")])
attempt(lambda: slice(1).foo)


class Matrix:
    def __getitem__(self, key):
        return key


m = Matrix()
print(m[1:2], m[1:2, ::3], m[...], m[:, None], m[()], m[1,])
