fs = [lambda: i for i in range(3)]
print([f() for f in fs])


def outer(n):
    return [n * x for x in range(3)], [lambda: n + x for x in range(2)]


values, fs = outer(10)
print(values, [f() for f in fs])


class C:
    n = 2
    a = [x for x in range(n)]


print(C.a)
try:
    [q for r in [[1]] for q in undefined_thing]
except NameError as e:
    print(e)
print([(x, [y for y in range(x)]) for x in range(3)])
