def g():
    yield from "ab"


print([*g(), *[1], *(2, 3), *{4: 5}, *{6}, *range(2), *"xy", *map(str, [7]), *iter([8])])
print((*g(),), {*g()} == {"a", "b"}, {**{"a": 1}, **dict(b=2)}, max(*[1, 5, 3]), print(*g(), sep="-"))
a, *b = g()
(c, d), e = [g(), 5]
*f, h = {1: 2, 3: 4}.items()
print(a, b, c, d, e, f, h)
try:
    a, b = 5
except TypeError as x:
    print(x)
try:
    a, b = [1]
except ValueError as x:
    print(x)
try:
    a, b = (i for i in range(5))
except ValueError as x:
    print(x)
try:
    a, *b, c = [1]
except ValueError as x:
    print(x)
try:
    [*5]
except TypeError as x:
    print(x)
try:
    {**5}
except TypeError as x:
    print(x)
