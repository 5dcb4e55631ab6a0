from collections import Counter, deque


def g(*items):
    for x in items:
        print("give", x)
        yield x


print(list(g(1, 2)), tuple(g(1)), set(g(1, 1)), dict(g((1, 2), "ab")), frozenset(g(3)), sum(g(1, 2)), max(g(1, 3, 2)), min(g(2, 1)))
print(sorted(g(2, 1)), "-".join(g("a", "b")), bytes(g(65, 66)), any(g(0, 1, 2)), all(g(1, 0, 2)), list(zip(g(1, 2), g("a"))))
print(list(map(str, g(1, 2))), list(filter(None, g(0, 5))), list(enumerate(g("x"))), Counter(g("a", "a")), deque(g(1, 2)), [*g(1)], {*g(2)}, print(*g(3)))
a = [0]
a.extend(g(1, 2))
a += g(3)
a[1:2] = g(9, 9)
s = {0}
s.update(g(4), g(5))
s |= set(g(6))
d = {}
d.update(g(("k", "v")))
print(a, s, d, 2 in g(1, 2, 3), [1, 2] == list(g(1, 2)), s.union(g(7)), s.issuperset(g(0)), dict.fromkeys(g("m")))
x, *y = g(1, 2, 3)
print(x, y)
