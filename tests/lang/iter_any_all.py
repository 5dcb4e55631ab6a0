def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(any([]), all([]), any([0, "", None]), any([0, 1]), all([1, "a"]), all([1, 0]), any({}), all({0: 1}), any("0"), any(range(1)), any(range(2)))


class B:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v)
        return self.v


class L:
    def __len__(self):
        print("len")
        return 0


print(any([B(False), B(True), B(True)]), all([B(True), B(False), B(True)]), any([L()]), all([1, L()]))
it = iter([0, 1, 2, 3])
print(any(it), list(it))
it = iter([1, 0, 5])
print(all(it), list(it))


def g():
    for i in (0, 3, 5):
        print("yield", i)
        yield i


print(any(g()), all(g()), any(x > 3 for x in g()))
attempt(lambda: any(5))
attempt(lambda: all())
attempt(lambda: any([1], [2]))


class Wrong:
    def __bool__(self):
        return 5


attempt(lambda: any([Wrong()]))
attempt(lambda: not Wrong())
