def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("a" < "b", "a" < "aa", "" < "a", "B" < "a", "é" > "z", "\uffff" < "\U00010000", "abc" == "abc", "abc" != "abd", "a" >= "a", "a" <= "")
print(sorted(["b", "a", "C", "é", "😀", "\uffff", "aa", ""]), max("a", "b"), min("xyz"), "a" == 1, "a" != 1, "a" == b"a")
check(lambda: "a" < 1, lambda: 1 < "a", lambda: "a" < None, lambda: "a" <= b"a", lambda: "a" > ["a"], lambda: max("a", 1))
print("abc".__eq__(1), "abc".__lt__(1), "abc".__lt__("abd"), "abc".__ne__("abc"), "abc".__hash__() == hash("abc"))
