first, *rest = range(5)
print(first, rest)
*front, last = "abc"
print(front, last)
a, *b, c = 1, 2
print(a, b, c)
(a, b), [c, *d] = (1, 2), (3, 4, 5)
print(a, b, c, d)
print([*range(3), *"xy"], (*[1], 2), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}})
