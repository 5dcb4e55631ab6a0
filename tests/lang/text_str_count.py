print("banana".count("a"), "banana".count("ana"), "aaaa".count("aa"), "abc".count(""), "".count(""), "abc".count("", 1, 2))
print("abc".count("", 4), "abc".count("", 3), "banana".count("a", 2), "banana".count("a", -3, -1), "日本日".count("日"), "x".count("xy"))
print("a\u0161a".count("a"), "😀x😀".count("😀"), "abab".count("ab", None), ("ab" * 500).count("ba"))
