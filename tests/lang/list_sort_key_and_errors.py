def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


words = "the quick Brown fox jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "y")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: -p[0]))
a = [3, 1, 2]
print(a.sort(), a, a.sort(reverse=True), a)
attempt(lambda: [1, "a"].sort())
attempt(lambda: sorted(["a", 1, 2]))
attempt(lambda: sorted([3, 2, None]))
attempt(lambda: sorted([(1, "a"), (1, 2)]))
attempt(lambda: sorted([{}, {}]))
attempt(lambda: a.sort(len))
attempt(lambda: a.sort(cmp=1))
attempt(lambda: sorted())
attempt(lambda: sorted(5))
attempt(lambda: a.sort(key=5))
attempt(lambda: sorted([1], reverse="x"))
b = [3, "x", 1, 2]
try:
    b.sort()
except TypeError as e:
    print(b, e)


def bad(x):
    if x == 2:
        raise KeyError("bad")
    return -x


c = [5, 2, 9]
try:
    c.sort(key=bad)
except KeyError as e:
    print(c, e)
print(sorted([0.5, 2, 1, -1.5, True, 10 ** 20, float("-inf")]))
print(sorted([b"b", b"a"]), sorted("hello"), sorted({3: 1, 1: 2}), sorted(range(5, 0, -1)), sorted(x % 7 for x in range(20)))
