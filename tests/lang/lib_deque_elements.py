from collections import deque


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


d = deque("abcab")
d.insert(1, "I"); d.insert(-1, "J"); d.insert(100, "K"); d.insert(-100, "L"); print(d)
d[0] = "Z"; d[-1] = "W"; del d[1]; del d[-2]; print(d, d.count("a"), d.index("b"), d.index("a", 2), "c" in d, "q" in d)
d.remove("a"); print(d)
check(lambda: d[99], lambda: d["a"], lambda: d[1:2], lambda: d.remove("?"), lambda: d.index("?"), lambda: d.index("b", 0, 1), lambda: hash(d), lambda: d < [1], lambda: d == ["x"],
      lambda: d.rotate("a"), lambda: d.rotate(1.5), lambda: d + [1], lambda: d * "a")
print(deque([1, 2]) < deque([1, 3]), deque([1]) == deque([1]), deque([2]) > deque([1, 5]), sorted([deque([2]), deque([1])]), deque([1]) != deque([1]))
print(list(reversed(deque([1, 2, 3]))), [*deque([1])], deque([1, 2]).copy(), 2 * deque([1]), sum(deque([1, 2])), ",".join(deque("ab")))
match deque([1, 2]):
    case [x, y]:
        print(x, y)
