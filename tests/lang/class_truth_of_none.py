# A class that says None has no truth.
class NoTruth:
    __bool__ = None


class NoLength:
    __len__ = None


class Strange:
    def __bool__(self):
        return 1


for cls in (NoTruth, NoLength, Strange):
    x = cls()
    for ask in (lambda: bool(x), lambda: not x, lambda: 1 if x else 2, lambda: any([x]), lambda: list(filter(None, [x])), lambda: x and 1):
        try:
            print(ask())
        except TypeError as e:
            print(e)
