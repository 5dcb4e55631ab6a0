def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: "a b".split(maxsplit=1),
    lambda: "a b".split(sep=None, maxsplit=0),
    lambda: "a".split(foo=1),
    lambda: "a\nb".splitlines(keepends=True),
    lambda: "a\tb".expandtabs(tabsize=2),
    lambda: "é".encode(encoding="ascii", errors="ignore"),
    lambda: b"\xff".decode(errors="replace"),
    lambda: str(object=5),
    lambda: str(object=b"a", encoding="ascii"),
    lambda: bytes(source=[1]),
    lambda: "a".replace("a", "b", count=1),
    lambda: "a".find(sub="a"),
    lambda: "a".center(width=5),
    lambda: "a".strip(chars="a"),
    lambda: "a".join(iterable=[]),
    lambda: chr(i=5),
    lambda: format(value=1),
    lambda: "{x}".format(x=1, **{"y": 2}),
)
