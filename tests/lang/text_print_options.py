def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(1, "a", None, [1], sep="-")
print(1, 2, sep="", end="!\n")
print()
print(sep="x")
print("a", "b", sep=None, end=None)
print(*[1, 2, 3], sep=", ")
print("no newline", end="")
print("", end="\n")
print("é", "日", "😀", sep="→")
print("flush", flush=True)
check(
    lambda: print(1, sep=1),
    lambda: print(1, end=1),
    lambda: print(1, sep=b"x"),
    lambda: print(1, foo=1),
    lambda: print(1, file=1),
    lambda: print(file=object()),
    lambda: print("x", sep="y", end="z\n"),
)
