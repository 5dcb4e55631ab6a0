def leaks():
    yield 1
    raise StopIteration("x")


g = leaks()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def running():
    yield next(g2)


g2 = running()
try:
    next(g2)
except ValueError as e:
    print(e)
