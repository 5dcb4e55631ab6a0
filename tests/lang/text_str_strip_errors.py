def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: "abc".strip(1),
    lambda: "abc".lstrip(b"a"),
    lambda: "abc".rstrip(["a"]),
    lambda: "x".strip("a", "b"),
    lambda: "x".removeprefix(1),
    lambda: "x".removesuffix(None),
    lambda: "x".removeprefix(),
)
