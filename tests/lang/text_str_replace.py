def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("banana".replace("a", "o"), "banana".replace("a", "o", 1), "banana".replace("a", "", 2), "banana".replace("na", "NANA"))
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "".replace("", "x", 0), "abc".replace("x", "y"), "abc".replace("", ""))
print("a.b.c".replace(".", "é"), "éa".replace("é", "e"), "日本".replace("日", "😀"), "😀a".replace("😀", ""), "aaa".replace("aa", "b"))
print("x".replace("x", "y", -5), "xx".replace("x", "y", 0), "a\u0161".replace("\u0161", "s").isascii(), len("ab".replace("b", "\U0001f600")))
class S(str):
    pass
print(type(S("abc").replace("z", "y")).__name__)
check(lambda: "abc".replace(1, "a"), lambda: "abc".replace("a", None), lambda: "abc".replace("a", "b", "c"), lambda: "abc".replace("a"))
