def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class A:
    def __init__(self, n):
        self.n = n
    @property
    def double(self):
        return self.n * 2
    def __getitem__(self, k):
        return f"item {k!r}"
    def __format__(self, spec):
        return f"A[{spec}]"
    def __str__(self):
        return "A-str"
    def __repr__(self):
        return "A-repr"
    def __getattr__(self, name):
        if name.startswith("dyn"):
            return name.upper()
        raise AttributeError(name)
a = A(4)
print("{} {!s} {!r} {!a:>8} {:x} {.n} {.double} {[k]} {[3]} {.dynamic}".format(a, a, a, a, a, a, a, a, a, a))
print("{0} {0.double:03} {0[x]!r} {b:{w}}".format(a, b=a, w=7), "{0:{1}}".format(a, a), "{{{0}}}".format(a))
check(
    lambda: "{0} {}".format(a),
    lambda: "{} {1}".format(a, a),
    lambda: "{} {}".format(a),
    lambda: "{0.missing}".format(a),
    lambda: "{x}".format(a, y=a),
    lambda: "{0!q}".format(a),
    lambda: "{:{:{}}}".format(a, a, a),
    lambda: "{0} {".format(a),
)
