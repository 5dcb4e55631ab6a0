class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec == "":
            return str(self)
        if spec.endswith("c"):
            return format(self.cents, spec[:-1] + "d") + " cents"
        return format(self.cents / 100, spec)

    def __str__(self):
        return f"${self.cents / 100:.2f}"


m = Money(12345)
print(f"{m} {m:,.1f} {m:>8c} {m!s:>12} {m!r}"[:30])
print("{:.3f}|{}|{!s}".format(m, m, m), format(m), "%s" % m)
try:
    format(object(), "x")
except TypeError as error:
    print(error)
