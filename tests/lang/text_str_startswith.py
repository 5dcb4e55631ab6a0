def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("hello".startswith("he"), "hello".startswith("lo", 3), "hello".startswith("lo", 3, 4), "hello".startswith(("x", "h")))
print("hello".endswith("lo"), "hello".endswith("he", 0, 2), "hello".endswith(("x", "o")), "hello".endswith(()), "".startswith(""))
print("hello".startswith("", 5), "hello".startswith("", 6), "hello".endswith("", 6), "hello".startswith("", 3, 2), "é".startswith("é"))
print("hello".startswith("hello world"), "hello".endswith("lo", -2), "hello".endswith("lo", -1), "hello".startswith("h", None, None))
check(
    lambda: "abc".startswith(1),
    lambda: "abc".startswith((1,)),
    lambda: "abc".startswith(("a", 1)),
    lambda: "abc".startswith(["a"]),
    lambda: "abc".endswith(("x", b"y")),
    lambda: "abc".endswith(None),
)
