def v(x):
    print(x, end=" ")
    return x


d = {v("a"): v(1), v("b"): v(2)}
print()
print([v(3), v(4)][v(0)] + v(5) * v(6))
d[v("key")] = v("value")
print()


def f(*args, **kwargs):
    print("called")


f(v(1), *[v(2)], v(3), k=v(4), **{"z": v(5)})
v("x") if v(0) else v("y")
print()
(v(9), v(8))[v(1)]
print()
