class NoNext:
    def __iter__(self):
        return 5


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("in next")


class NotIter:
    __iter__ = None


for x in (NoNext(), Raises(), NotIter()):
    for f in (list, sum, tuple, sorted, max, lambda x: [*x], lambda x: [y for y in x], lambda x: list(zip(x)), lambda x: dict.fromkeys(x), lambda x: 1 in x, lambda x: ",".join(x), lambda x: iter(x)):
        try:
            f(x)
        except Exception as e:
            print(type(e).__name__, e, end="; ")
    print()
