class E:
    pass


e = E()
for f in (lambda: len(e), lambda: iter(e), lambda: e(), lambda: e[0], lambda: next(e), lambda: e + 1, lambda: 1 - e,
          lambda: -e, lambda: int(e), lambda: float(e), lambda: 3 in e, lambda: abs(e), lambda: reversed(e),
          lambda: round(e), lambda: [1][e], lambda: range(e), lambda: e < e, lambda: sum([e]), lambda: hash([]),
          lambda: E(1), lambda: E(x=1), lambda: object(1), lambda: "".join([e]), lambda: chr("a"), lambda: ord(1),
          lambda: isinstance(1, 2), lambda: issubclass(1, int), lambda: sorted([e, e]), lambda: max(1), lambda: max([])):
    try:
        f()
    except Exception as x:
        print(type(x).__name__, x)
with_statement = None
try:
    with e:
        pass
except TypeError as x:
    print(x)
try:
    for i in e:
        pass
except TypeError as x:
    print(x)
