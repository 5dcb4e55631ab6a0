def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(repr(str()), str(1), str(1.5), str(None), str([1, "a"]), str("x"), str(object="y"), str(b"abc"), str(b"\xc3\xa9", "utf-8"), str(b"a", encoding="ascii"), str(b"\xff", errors="replace"))
class A:
    def __str__(self):
        return "A!"
class B:
    def __repr__(self):
        return "B?"
class C:
    def __str__(self):
        return 5
class D:
    def __repr__(self):
        return None
print(str(A()), str(B()), str(str))
check(
    lambda: str(C()),
    lambda: repr(D()),
    lambda: str(D()),
    lambda: str("a", "utf-8"),
    lambda: str(1, "utf-8"),
    lambda: str(b"\xff", "utf-8"),
    lambda: str(b"a", "nope"),
    lambda: str(b"abc", 5),
    lambda: str(1, 2, 3, 4),
    lambda: str(encoding="utf-8"),
)
