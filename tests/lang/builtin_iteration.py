print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip([1, 2, 3], "ab")), list(zip()), list(zip("a", [1], (None,))))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), sorted([2, 1], reverse=True), next(iter([5])), list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as e:
    print(e)
it = iter([1, 2, 3, 4])
print(list(zip(it, it)))
m = map(print, [1, 2])
print("lazy")
next(m)
print(any([]), all([]), any([0, 2]), all([1, 0]), any(x > 2 for x in range(5)), sum([1, 2], 10), sum([[1], [2]], []), min(3, 1), max("ab", "c", key=len), min([], default="none"), max([1, 5], key=lambda x: -x))
