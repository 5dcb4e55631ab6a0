def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(zip()), list(zip([1, 2])), list(zip([1, 2], "ab", (None, True))), list(zip([1, 2, 3], "a")), list(zip("ab", (x for x in range(9)))))
it = iter(range(7))
print(list(zip(it, it, it)), list(it))
a = iter([1, 2, 3])
b = iter([1])
print(list(zip(a, b)), list(a))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1], [1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [2], strict=True)))
attempt(lambda: list(zip((x for x in [1]), [1, 2], strict=True)))
attempt(lambda: list(zip((x for x in [1, 2]), [1], strict=True)))
attempt(lambda: zip(5))
attempt(lambda: zip([1], None))
attempt(lambda: zip([1], foo=1))
matrix = [(1, 2, 3), (4, 5, 6)]
print(list(zip(*matrix)), dict(zip("ab", [1, 2])), [x + y for x, y in zip([1, 2], [10, 20])], list(zip(*zip(*matrix))))


def loud(name, n):
    for i in range(n):
        print(name, i, end="; ")
        yield i


print(list(zip(loud("a", 2), loud("b", 3))))
print(list(zip(loud("a", 3), loud("b", 2))))
