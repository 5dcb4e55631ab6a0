def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    print("inner got", y)
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [10, 20]
    yield from "ab"
    return "done"


g = outer()
print(next(g), g.send("a"), g.send("b"), next(g), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)


def catching():
    try:
        yield from inner()
    except KeyError as e:
        print("outer caught", e)
        yield "after"


g = catching()
next(g)
print(g.throw(KeyError("k")))
