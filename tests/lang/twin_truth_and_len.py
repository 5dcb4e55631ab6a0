class T:
    def __init__(self, b):
        self.b = b

    def __bool__(self):
        print("bool", self.b)
        return self.b


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Wrong:
    def __bool__(self):
        return 1


if T(True) and not T(False):
    print("yes")
print(bool(L(0)), bool(L(2)), [x.b for x in filter(None, [T(True), T(False)])], any([T(False), T(True), T(True)]), all([T(True)]), not T(False), 5 if T(False) else 6, T(False) or "or", len(L(3)))
while T(False):
    pass
for f in (lambda: bool(Wrong()), lambda: len(L(-1)), lambda: len(L("x")), lambda: bool(L(-1)), lambda: [1 for _ in [1] if Wrong()]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
