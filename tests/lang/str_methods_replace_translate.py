print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("bc", ""), "".replace("", "x"))
table = str.maketrans("abc", "xyz", "d")
print("abcde".translate(table), str.maketrans({"a": "1", "b": None}), "aabb".translate({97: "A", 98: None, 99: 100}))
