def f(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


print(f(1, d=4), f(1, 2, 3, d=4, e=6), f(1, c=0, d=1))
for call in (lambda: f(1), lambda: f(a=1, d=2), lambda: f(1, 2, 3, 4, d=5), lambda: f(d=1), lambda: f(1, d=2, z=3)):
    try:
        call()
    except TypeError as e:
        print(e)
