def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class A:
    def __str__(self):
        return "A-str"
    def __repr__(self):
        return "A-repr"
class I:
    def __int__(self):
        return 42
    def __float__(self):
        return 2.5
class X:
    def __index__(self):
        return 255
class G:
    def __getitem__(self, k):
        return "got " + str(k)
class R:
    def __rmod__(self, other):
        return "rmod"
    def __str__(self):
        return "R-str"
a = A()
print("%s %r %a|%10s|%-10s|%.3s" % (a, a, a, a, a, a), "%s" % a, "%s %d" % (a, 5), "%(x)s %(x)r" % {"x": a}, "%s%%" % a, "%*s|" % (7, a), "%-*s|" % (7, a), "%*s|" % (-7, a))
print("%d %i %5d" % (I(), I(), I()), "%f %.1f" % (I(), I()), "%x %#X %d" % (X(), X(), X()), "%c" % X(), "%(k)s" % G(), "%s" % [a], "%s" % {1: a}, "a %s" % a)
print("%s" % R(), b"%a" % 5)
check(
    lambda: "%d" % a,
    lambda: "%x" % I(),
    lambda: "%f" % a,
    lambda: "%s %s" % a,
    lambda: "%s %d" % (a, a),
    lambda: "%s" % (a, a),
    lambda: "%s %z" % (a, 1),
    lambda: "%(k)s" % a,
    lambda: "%c" % a,
    lambda: "x" % G(),
)
