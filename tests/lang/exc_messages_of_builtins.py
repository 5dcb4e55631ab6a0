import math
for f in (lambda: int("x"), lambda: int("12", 40), lambda: float("y"), lambda: [].pop(), lambda: [1].remove(2),
          lambda: [1].index(9), lambda: {}.pop("k"), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2),
          lambda: "a".index("b"), lambda: next(iter([])), lambda: chr(-1), lambda: ord("ab"), lambda: math.sqrt(-1),
          lambda: "abc".encode("ascii").decode("nothing"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(),
          lambda: [] * 1.5, lambda: range(1, 2, 0), lambda: "".join([1]), lambda: int([]), lambda: float(None),
          lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: list(5), lambda: tuple(None), lambda: "a".center("b"),
          lambda: abs("x"), lambda: max(), lambda: min([]), lambda: sum("ab"), lambda: round("x"), lambda: pow(2, -1, 4),
          lambda: divmod(1, "a"), lambda: sorted(5), lambda: zip(1), lambda: enumerate(5), lambda: reversed({1}),
          lambda: print(sep=5), lambda: "{}".format(), lambda: "{a}".format(), lambda: "%d" % "x", lambda: "%s %s" % 1,
          lambda: "%d" % (1, 2), lambda: bytes("a"), lambda: bytes([300]), lambda: int("1" * 5000), lambda: 1.5.hex(1),
          lambda: format(1, "q"), lambda: format("a", "d"), lambda: f"{1:.2d}", lambda: hash({}), lambda: iter(5),
          lambda: isinstance(1, "a"), lambda: float("1_"), lambda: 10 ** 400 * 1.0,
          lambda: 2.0 ** 5000, lambda: math.factorial(-1), lambda: math.exp(1000), lambda: int(float("nan")),
          lambda: int(float("inf")), lambda: [1, 2].insert("a", 1), lambda: "a".split(""), lambda: "x".replace(1, 2)):
    try:
        print("no error:", f())
    except Exception as e:
        print(type(e).__name__, e)
