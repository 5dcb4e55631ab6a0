class P:
    x = 1
    def __init__(self):
        self.d = {"k": [10, 20]}
p = P()
print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2), "{0}{a}{0}".format("x", a="y"), "{}{x}{}".format(1, 2, x=3))
print("{0.x} {0.d[k]} {0.d[k][1]} {p.d}".format(p, p=p), "{0[0]} {0[1]} {0[-1]}".format({0: "zero", 1: "one", "-1": "minus"}), "{0[a b]}".format({"a b": 5}), "{[1]}".format("xyz"), "{.x}".format(p))
print("{{}} {{{}}} }}{{".format(1), "{:>5}|{:<5}|{:^5}".format(1, "a", "b"), "{!r} {!s} {!a}".format("é", "é", "é"), "{!r:>6}".format("a"), "{0!s:5}|".format(1), "{:{}}".format("x", 5) + "|", "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{0:{1}{2}}".format(5, 0, 3))
print("{}".format([1, {"a": 2}]), "{}".format(p.x), "no fields".format(1, 2, a=3), "".format(), "{:}".format(5), "{!s:}".format(5), "{0:,}".format(1234567), "é{}日".format("😀"))
print("{a[b]}".format(a={"b": 1}), "{a.real}".format(a=5), "{0.__class__.__name__}".format(5), "{:%}".format(0.5), "{0[0][0]}".format([["deep"]]), "{a-b}".format(**{"a-b": 1}), "{ }".format(**{" ": 2}))
