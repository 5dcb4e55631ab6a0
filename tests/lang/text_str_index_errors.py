def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: "abc".index("z"),
    lambda: "abc".rindex("z"),
    lambda: "abc".index("b", 2),
    lambda: "abc".index("c"),
    lambda: "abc".rindex(""),
    lambda: "abc".find(1),
    lambda: "abc".find(None),
    lambda: "abc".find("a", "b"),
    lambda: "abc".find("a", 1.0),
    lambda: "abc".count(1),
    lambda: "abc".count(b"a"),
    lambda: "abc".find("a", 10**30, 10**40),
    lambda: "abc".find("", -10**30),
)
