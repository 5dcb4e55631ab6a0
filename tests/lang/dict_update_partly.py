def pairs():
    yield "a", 1
    yield "b", 2
    raise ValueError("stop")


d = {}
try:
    d.update(pairs())
except ValueError as e:
    print(d, e)
try:
    d.update([("c", 3), ("d",)])
except ValueError as e:
    print(d, e)
s = {0}


def numbers():
    yield 1
    yield 2
    raise KeyError("x")


try:
    s.update([5], numbers())
except KeyError as e:
    print(s, e)
