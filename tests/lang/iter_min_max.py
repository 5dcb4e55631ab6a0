def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(min(3, 1, 2), max([4, 9, 2]), min("hello"), max("b", "a"), min([1.5, 1]), max(1, 1.0), max(1.0, 1), min([], default=None), max((), default=7), max([3], default=0))
print(min(["bb", "a", "ccc"], key=len), max("abc", key=lambda c: -ord(c)), max([(1, 2), (1, 3)]), min({3: 1, 2: 5}), max(x % 5 for x in range(10)), min((x for x in []), default="none"), max(range(5), key=lambda x: -(x - 2) ** 2))
print(max([1, 2], key=None), min(5, 3, key=lambda x: -x), max(["a", "bb", "cc"], key=len), min(["aa", "b", "c"], key=len), max(True, False), max([[1], [0, 5]]))
attempt(lambda: min([]))
attempt(lambda: max(()))
attempt(lambda: max(x for x in []))
attempt(lambda: min())
attempt(lambda: min(5))
attempt(lambda: min([1, "a"]))
attempt(lambda: max("a", 1))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: max([1], foo=1))
attempt(lambda: max([None, None]))
attempt(lambda: min([1, 2], key=5))


class N:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, "<", other.n)
        return self.n < other.n

    def __gt__(self, other):
        print(self.n, ">", other.n)
        return self.n > other.n


print(min([N(3), N(1), N(2)]).n, max(N(3), N(1), N(4)).n, max(N(i) for i in (2, 5)).n)
nan = float("nan")
print(max(nan, 1), max(1, nan), min(nan, 1))
