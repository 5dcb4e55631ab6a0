def f(*args, **kwargs):
    return args, kwargs


print(f(), f(1, 2), f(a=1), f(1, *[2, 3], 4, x=5, **{"y": 6}))


def g(a, *args, b=0, **kwargs):
    return a, args, b, kwargs


print(g(1, 2, 3, b=4, c=5), g(*"ab"), g(**{"a": 1, "z": 2}))
print(f(*range(3), *"xy", **{"a": 1}, **{"b": 2}))
