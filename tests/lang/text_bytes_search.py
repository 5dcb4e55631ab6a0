def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


b = b"banana"
print(b.find(b"a"), b.find(97), b.find(b"an", 2), b.rfind(b"an"), b.rfind(110), b.index(b"n"), b.rindex(b"a"), b.count(b"a"), b.count(97), b.count(b"ana"), b.count(b""), b.find(b""), b.find(b"z"), b.startswith(b"ba"), b.endswith((b"x", b"na")), b.startswith(b"na", 2), b.endswith(b"an", 0, 5))
check(
    lambda: b.find("x"),
    lambda: b.find(300),
    lambda: b.find(-1),
    lambda: b.find(None),
    lambda: b.index(b"x"),
    lambda: b.rindex(b"x"),
    lambda: b.count("a"),
    lambda: b.startswith("x"),
    lambda: b.startswith(("x",)),
    lambda: b.endswith(1),
    lambda: b.find(b"a", "b"),
)
