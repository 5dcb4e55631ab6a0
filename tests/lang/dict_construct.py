def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(dict(), dict(a=1), dict({"x": 1}, y=2), dict([("a", 1), ("b", 2)], a=3), dict([[1, 2], (3, 4), "ab"]), dict(zip("abc", range(3))))
print(dict({1: 2}.items()), dict(iter([(1, 2)])), dict((i, i * i) for i in range(3)), {**{"a": 1}, "b": 2, **{"a": 3}})
attempt(lambda: dict(5))
attempt(lambda: dict([1]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict(["abc"]))
attempt(lambda: dict([(1, 2), None]))
attempt(lambda: dict(1, 2))
attempt(lambda: dict([([], 1)]))
attempt(lambda: dict(x for x in [(1, 2), (3,)]))


class M:
    def keys(self):
        print("keys")
        return ["a", "b"]

    def __getitem__(self, k):
        print("get", k)
        return k * 2


print(dict(M()), dict(M(), z=1), {**M()})
d = {}
d.update(M())
d.update([("q", 1)], a=5)
d.update()
d.update(a=0)
print(d)
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys((x for x in "xy"), []), {}.fromkeys([1]))
