def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(sum([]), sum([1, 2]), sum([1, 2], 10), sum((1.5, 2)), sum([0.1] * 10), sum(range(101)), sum([[1], [2]], []), sum([(1,), (2,)], ()), sum([True, True]), sum({1: 2, 3: 4}), sum([1], start=5))
print(sum([2 ** 62, 2 ** 62]), sum([2 ** 46] * 4), sum([1, 2.5, 2 ** 70]), sum([1e308, 1e308, -1e308]), sum([0.1, 0.2, 0.3]), sum([1, 0.5, 1]), sum(x * x for x in range(10)), sum(iter([1, 2])))
attempt(lambda: sum("ab"))
attempt(lambda: sum(["a"], ""))
attempt(lambda: sum([b"a"], b""))
attempt(lambda: sum([1, "a"]))
attempt(lambda: sum(5))
attempt(lambda: sum([[1]]))
attempt(lambda: sum([None]))


class V:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        print("add", self.x, getattr(other, "x", other))
        return V(self.x + other.x)

    def __radd__(self, other):
        print("radd", other, self.x)
        return self


print(sum([V(1), V(2), V(3)]).x, sum([V(1)], V(5)).x, sum((V(i) for i in range(2)), V(0)).x)
