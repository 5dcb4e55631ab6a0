def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: "abc".split(1),
    lambda: "abc".split(""),
    lambda: "abc".split("a", "b"),
    lambda: "abc".split(sep=1),
    lambda: "abc".rsplit(""),
    lambda: "abc".split("a", 1.5),
    lambda: "abc".splitlines(1.5),
    lambda: "x".split(1, 2, 3),
    lambda: "abc".partition(1),
    lambda: "abc".partition(""),
    lambda: "abc".rpartition(""),
    lambda: "abc".split(b"a"),
)
