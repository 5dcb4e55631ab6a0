def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(b"%s %b" % (b"a", b"b"), b"%d %5d %-5d| %05d %x %#X %o" % (1, 2, 3, 4, 255, 255, 8), b"%c%c" % (65, b"B"), b"%a %r" % ("é", [1]), b"%.2f %e %g" % (1.5, 2.5, 3.5), b"%%" % (), b"%(k)s" % {b"k": b"v"}, b"%5s|%-5s|%.1s" % (b"a", b"b", b"cd"), b"%*d" % (4, 7))
class B:
    def __bytes__(self):
        return b"B!"
print(b"%s %b" % (B(), B()), b"%s" % B(), b"%r" % "x")
check(
    lambda: b"%s" % "a",
    lambda: b"%b" % 1,
    lambda: b"%d" % "a",
    lambda: b"%c" % 300,
    lambda: b"%c" % b"ab",
    lambda: b"%c" % "a",
    lambda: b"%s" % (),
    lambda: b"%s" % (b"a", b"b"),
    lambda: b"a" % b"b",
    lambda: b"%(k)s" % {"k": b"v"},
    lambda: b"%z" % 1,
    lambda: b"%f" % b"x",
)
