print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"), "abc".rpartition("x"))
print("abc".partition("abc"), "".partition("x"), "a--b".partition("--"), "naïve".partition("ï"), "日本".rpartition("日"))
class S(str):
    pass
print([type(p).__name__ for p in S("a-b").partition("-")], [type(p).__name__ for p in S("ab").partition("-")])
