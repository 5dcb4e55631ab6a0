def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 5, "x" * True, "é" * 3, "日本" * 2, len("abc" * 1000), ("ab" * 501)[-3:])
check(
    lambda: "abc" * "a",
    lambda: "abc" * 1.5,
    lambda: "abc" * None,
    lambda: "abc" * (10**20),
    lambda: "abc" * (-10**20),
    lambda: "" * (10**20),
    lambda: "abc" * (10**14),
    lambda: "abc" * [],
)
s = "ab"
s *= 2
print(s)
