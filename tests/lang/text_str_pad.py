def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("[" + "ab".center(7) + "]", "ab".center(7, "*"), "abc".center(6, "*"), "ab".center(5, "*"), "abc".center(2), "".center(3, "-"), "a".center(4, "é"))
print("ab".ljust(5, "."), "ab".rjust(5, "."), "ab".ljust(1), "ab".rjust(-3), "é".rjust(3, "日"), repr("x".ljust(3)), repr("x".rjust(3)))
print("42".zfill(5), "-42".zfill(5), "+42".zfill(5), "--4".zfill(6), "".zfill(3), "abc".zfill(2), "é".zfill(3), "+".zfill(3))
check(
    lambda: "abc".center("a"),
    lambda: "abc".center(10, "ab"),
    lambda: "abc".center(10, ""),
    lambda: "abc".center(10, 1),
    lambda: "abc".ljust(1.5),
    lambda: "abc".zfill("a"),
    lambda: "abc".zfill(None),
    lambda: "a".ljust(10**30),
)
