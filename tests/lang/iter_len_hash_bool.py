def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(len(L(3)), bool(L(0)), bool(L(2)), len(L(True)))
for n in (-1, "x", 1.5, None, 2 ** 100):
    attempt(lambda: len(L(n)))
attempt(lambda: bool(L(-1)))
attempt(lambda: len(5))
attempt(lambda: len(None))
attempt(lambda: len(object()))
attempt(lambda: len())
attempt(lambda: len([], []))
attempt(lambda: len(int))
print(len("é"), len(b"ab"), len({1: 2}), len({1, 2}), len(range(7)), len(()), len({}.keys()))


class Index:
    def __index__(self):
        return 4


print(len(L(Index())))
attempt(lambda: hash())
a, b = object(), object()
print(hash(a) == hash(a), hash(a) == hash(b), {a: 1}[a], hash(print) == hash(print), hash(len) == hash(L))
x = L(1)
print(x.__len__ == x.__len__, hash(x.__len__) == hash(x.__len__), [].append == [].append)
