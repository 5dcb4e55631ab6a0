s = "hello world, hello moon"
print(s.find("hello"), s.find("hello", 1), s.find("hello", 1, 10), s.find("x"), s.find(""), s.find("", 5), s.find("", 99))
print(s.rfind("hello"), s.rfind("hello", 0, 14), s.rfind("o"), s.rfind(""), s.rfind("", 3, 6), s.rfind("", 99), s.rfind("zz"))
print(s.find("o", -4), s.find("o", -100, -2), s.find("o", None, None), s.find("l", 5, 3), s.rfind("l", 5, 3))
print("ab\u4e00c".find("\u4e00"), "ab\u4e00c".find("c"), "ab\u4e00c".find("\u4e00c"), "abc".find("\u4e00"), "a😀b😀".rfind("😀"))
print("\u0161a\u0161".find("a"), "\u6161".find("aa"), "\u6100\u0061".find("a"), "\u6161\u6161x".find("x"), "aab" * 3 == "aabaabaab")
print(("ab" * 1000 + "c").find("c"), ("a" * 1000 + "b").find("aab"), ("a" * 1000).rfind("aaaa"), ("a" * 50).find("b"))
