def f(a, b=1, c="x"):
    return a, b, c


print(f(0), f(0, 2), f(0, c=3), f(c=1, a=2), f(*[1, 2], c=4), f(**{"a": 5}))


def once(x, seen=[]):
    seen.append(x)
    return seen


print(once(1), once(2), once.__defaults__)
