f = lambda a, b=2, *c, d=4, **e: (a, b, c, d, e)
print(f(1), f(1, 3, 5, d=6, g=7))
print((lambda: None)(), (lambda *a: a)(1, 2), sorted("bca", key=lambda c: -ord(c)))
fs = [lambda: i for i in range(3)]
print([g() for g in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])
