def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


it = iter([1])
print(next(it), next(it, "d"), next(it, None))
attempt(lambda: next(it))
attempt(lambda: next(5))
attempt(lambda: next([1]))
attempt(lambda: next([1], "default"))
attempt(lambda: iter(5))
attempt(lambda: iter(5, 6))
attempt(lambda: next())
attempt(lambda: next(it, 1, 2))
try:
    next(iter([]))
except StopIteration as e:
    print(repr(e), e.args, e.value)


def g():
    yield 1
    return 7


x = g()
print(next(x))
try:
    next(x)
except StopIteration as e:
    print(repr(e), e.value)
print(next(x, "over"), next(g(), 0))


class Up:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i == self.n:
            raise StopIteration
        self.i += 1
        return self.i


u = Up(2)
print(next(u), next(u), next(u, "done"), list(Up(3)), sum(Up(4)), max(Up(5)), tuple(Up(2)), [*Up(2)], sorted(Up(3), reverse=True), 2 in Up(3), 9 in Up(3))
a, b, c = Up(3)
print(a, b, c, list(zip(Up(3), Up(2))), list(enumerate(Up(2))), list(map(str, Up(2))), dict(zip(Up(2), "ab")), set(Up(3)), "".join(map(str, Up(3))))
