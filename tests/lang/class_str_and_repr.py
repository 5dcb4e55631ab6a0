class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "only"


class Bad:
    def __str__(self):
        return 5


b = Both()
print(b, [b], str(b), repr(b), f"{b} {b!r} {b!s:>5}", "%s %r" % (b, b), "{} {!r}".format(b, b))
print(OnlyRepr(), (OnlyRepr(),), {"k": b}, {1: OnlyRepr()})
try:
    str(Bad())
except TypeError as e:
    print(e)
