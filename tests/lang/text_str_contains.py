def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("a" in "abc", "bc" in "abc", "" in "abc", "" in "", "x" not in "abc", "日" in "今日は", "\u0161" in "abc", "a" in "\u0161a")
check(lambda: 1 in "abc", lambda: None in "abc", lambda: b"a" in "abc", lambda: [] in "abc")
class S(str):
    def __contains__(self, x):
        return x == 5
print(5 in S("abc"), "a" in S("abc"), str.__contains__(S("abc"), "a"))
